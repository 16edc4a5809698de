import { box, disc, line, path, room, shadow } from './scene'

/** A notice board; bad, one notice hangs over another and curls. */
export const board = (isBad: boolean): string =>
  box([0, 0], [640, 480], '#d9d5c8') +
  shadow([330, 420], [260, 20]) +
  box([60, 40], [520, 370], '#75808a', 'rx="8"') +
  box([76, 56], [488, 338], '#2f5f52') +
  [0, 1, 2].map((i) => paper(100 + i * 158, 92, 128, 176, '#f8f6ee')).join('') +
  paper(110, 288, 200, 84, '#fff3c9') +
  (isBad
    ? `<g transform="rotate(9 420 260)">${paper(330, 190, 170, 190, '#efe2b4')}</g>` +
      path(
        [
          [470, 330],
          [520, 340],
          [486, 382],
        ],
        '#cdbd88',
      )
    : paper(340, 288, 190, 84, '#e6f2ff')) +
  path(
    [
      [76, 56],
      [250, 56],
      [76, 330],
    ],
    '#fff',
    'opacity=".14"',
  )

const paper = (x: number, y: number, width: number, height: number, fill: string): string =>
  box([x + 4, y + 6], [width, height], '#0006', 'filter="url(#blur)"') +
  box([x, y], [width, height], fill) +
  box([x + width * 0.25, y + 14], [width * 0.5, 9], '#b8332b') +
  [...Array(Math.floor((height - 44) / 15)).keys()]
    .map((i) => box([x + 14, y + 36 + i * 15], [width - 28 - ((i * 29) % 40), 4], '#70767a'))
    .join('') +
  disc([x + width / 2, y + 6], [5, 5], '#c9302a')

/** A ceiling and wall; bad, a brown stain spreads and drips. */
export const ceiling = (isBad: boolean): string =>
  box([0, 0], [640, 480], '#efeee9') +
  path(
    [
      [0, 0],
      [640, 0],
      [520, 170],
      [120, 170],
    ],
    '#fbfbf8',
  ) +
  path(
    [
      [0, 0],
      [120, 170],
      [120, 480],
      [0, 480],
    ],
    '#dedcd4',
  ) +
  path(
    [
      [640, 0],
      [520, 170],
      [520, 480],
      [640, 480],
    ],
    '#d3d1c8',
  ) +
  line('M120 170 H520', '#c4c2b8', 4) +
  disc([300, 70], [44, 16], '#fffbe6', 'stroke="#d6d2c2" stroke-width="4"') +
  (isBad
    ? disc([400, 120], [110, 44], '#a97a3c', 'opacity=".55" filter="url(#rough)"') +
      disc([404, 116], [74, 28], '#7f5726', 'opacity=".5" filter="url(#rough)"') +
      disc([390, 200], [46, 60], '#b58a4e', 'opacity=".5" filter="url(#rough)"') +
      line('M384 170 q-4 70 2 150', '#8f6a36', 5, 'opacity=".5"') +
      disc([388, 350], [5, 10], '#a9cfe0')
    : '')

/** A desk at a post; bad, the chair is empty and the lamp is off. */
export const post = (isBad: boolean): string =>
  room(isBad ? '#77797a' : '#c9c7ba', '#55524c', 360) +
  box([60, 40], [250, 150], '#1b2a38', 'stroke="#c9cdd0" stroke-width="8"') +
  [0, 1, 2, 3]
    .map((i) =>
      box(
        [70 + (i % 2) * 118, 50 + Math.floor(i / 2) * 68],
        [110, 60],
        i % 2 ? '#4d6a62' : '#5c6d7c',
      ),
    )
    .join('') +
  box([40, 290], [560, 34], '#8c6239') +
  box([40, 324], [560, 110], '#6d4a29') +
  path(
    [
      [360, 262],
      [470, 254],
      [486, 290],
      [372, 294],
    ],
    '#fbfaf4',
  ) +
  [0, 1, 2].map((i) => line(`M382 ${270 + i * 8} L464 ${264 + i * 8}`, '#6d7680', 2)).join('') +
  (isBad
    ? path(
        [
          [500, 150],
          [590, 150],
          [580, 286],
          [512, 286],
        ],
        '#22262a',
      )
    : disc([540, 138], [40, 44], '#d9a883') +
      path(
        [
          [498, 120],
          [582, 120],
          [572, 92],
          [508, 92],
        ],
        '#1e2d4a',
      ) +
      path(
        [
          [480, 290],
          [500, 190],
          [580, 190],
          [604, 290],
        ],
        '#22355a',
      ) +
      path(
        [
          [532, 190],
          [548, 190],
          [544, 260],
          [536, 260],
        ],
        '#101722',
      ))
