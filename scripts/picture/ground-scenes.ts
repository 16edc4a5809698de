import { box, disc, line, path, room, shadow } from './scene'

const bin = (x: number, colour: string): string =>
  shadow([x + 66, 424], [80, 12]) +
  path(
    [
      [x, 190],
      [x + 132, 190],
      [x + 118, 416],
      [x + 14, 416],
    ],
    colour,
  ) +
  path(
    [
      [x, 190],
      [x + 30, 190],
      [x + 34, 416],
      [x + 14, 416],
    ],
    '#ffffff22',
  ) +
  disc([x + 30, 418], [13, 13], '#16191b') +
  disc([x + 104, 418], [13, 13], '#16191b')

const bag = (x: number, y: number, size: number, fill: string): string =>
  disc([x, y], [size, size * 0.8], fill, 'filter="url(#rough)"') +
  disc([x - size / 4, y - size / 4], [size / 4, size / 7], '#ffffff55')

/** Four sorted bins; bad, they overflow and bags lie before them. */
export const bins = (isBad: boolean): string =>
  room('#c5bda9', '#8b8a84', 350) +
  [...Array(12).keys()].map((i) => box([0, i * 30], [640, 2], '#0002')).join('') +
  ['#2d6e45', '#3a4247', '#2b65a0', '#a32c27']
    .map(
      (colour, i) =>
        bin(30 + i * 148, colour) +
        (isBad && i < 3 ? '' : box([24 + i * 148, 172], [144, 22], colour, 'rx="6"')),
    )
    .join('') +
  (isBad
    ? bag(90, 168, 52, '#23282b') +
      bag(140, 150, 40, '#d9d6cb') +
      bag(236, 166, 56, '#2d3236') +
      bag(400, 172, 50, '#c7b48c') +
      bag(370, 150, 34, '#23282b') +
      bag(200, 424, 46, '#24292c') +
      bag(300, 436, 38, '#e5e1d6') +
      path(
        [
          [430, 390],
          [520, 382],
          [530, 440],
          [440, 446],
        ],
        '#b98a54',
      )
    : '')

/** Paving or wall tiles; bad, one is broken and loose. */
export const tile = (isBad: boolean): string =>
  box([0, 0], [640, 480], '#7e7b73') +
  [0, 1, 2, 3]
    .flatMap((row) =>
      [0, 1, 2, 3, 4].map((column) =>
        box(
          [column * 130 - 4, row * 122 - 2],
          [124, 116],
          (row + column) % 2 ? '#c2b8a2' : '#b6ac97',
          'rx="2"',
        ),
      ),
    )
    .join('') +
  (isBad
    ? path(
        [
          [256, 120],
          [384, 122],
          [380, 238],
          [256, 236],
        ],
        '#4f483d',
      ) +
      path(
        [
          [262, 126],
          [330, 128],
          [300, 178],
          [262, 190],
        ],
        '#c9bfa9',
        'transform="rotate(-5 290 150)"',
      ) +
      path(
        [
          [338, 130],
          [378, 130],
          [374, 200],
          [312, 182],
        ],
        '#a89e88',
        'transform="rotate(4 340 160)"',
      ) +
      path(
        [
          [270, 204],
          [304, 190],
          [366, 212],
          [360, 232],
          [270, 230],
        ],
        '#bdb39c',
      ) +
      line('M256 120 L200 70 L184 30 M384 236 L440 300 L430 360', '#45403a', 4)
    : line('M256 120 h124 v116 h-124 z', '#6a675f', 4))

/** A hedge by a path; bad, it is half dry. */
export const bush = (isBad: boolean): string =>
  box([0, 0], [640, 250], '#bcd2df') +
  box([0, 160], [640, 120], '#93a58c') +
  path(
    [
      [0, 480],
      [0, 350],
      [640, 330],
      [640, 480],
    ],
    '#b7b0a2',
  ) +
  path(
    [
      [0, 250],
      [640, 240],
      [640, 340],
      [0, 360],
    ],
    '#6a5a41',
  ) +
  shadow([320, 356], [280, 20]) +
  [...Array(150).keys()]
    .map((i) => {
      const x = 60 + ((i * 97) % 520)
      const y = 150 + ((i * 61) % 190) * (0.75 + 0.25 * Math.sin(x / 60))
      const dry = isBad && x > 250 && x < 520
      const fill = dry
        ? ['#8a6a35', '#a3813f', '#6f5428'][i % 3]
        : ['#2f6b3a', '#478a4d', '#24552e'][i % 3]
      return disc([x, y], [24 + (i % 5) * 4, 17 + (i % 4) * 4], fill ?? '', 'filter="url(#rough)"')
    })
    .join('')

/** A renovation site by a front door; bad, rubble blocks the way. */
export const rubble = (isBad: boolean): string =>
  room('#d7d3c8', '#97938a', 350) +
  box([370, 50], [180, 306], '#5a6b70') +
  box([384, 64], [152, 292], '#3f6c8c', 'opacity=".85"') +
  line('M384 64 L536 356 M536 64 L384 356', '#ffffff40', 3) +
  box([110, 120], [90, 120], '#fbfaf3', 'stroke="#c03a30" stroke-width="5"') +
  [0, 1, 2, 3, 4].map((i) => box([122, 140 + i * 18], [64 - (i % 3) * 10, 5], '#666d70')).join('') +
  (isBad
    ? shadow([330, 440], [230, 20]) +
      [...Array(46).keys()]
        .map((i) => {
          const x = 150 + ((i * 83) % 360)
          const y = 440 - ((i * 47) % 110) * (1 - Math.abs(x - 330) / 230)
          return path(
            [
              [x, y],
              [x + 22 + (i % 4) * 7, y - 12],
              [x + 36, y + 10],
              [x + 8, y + 20],
            ],
            ['#b5ada0', '#8d867b', '#c8744c', '#d6cfc2'][i % 4] ?? '',
          )
        })
        .join('')
    : [0, 1, 2]
        .map(
          (i) =>
            path(
              [
                [90 + i * 62, 340],
                [146 + i * 62, 336],
                [152 + i * 62, 430],
                [86 + i * 62, 432],
              ],
              '#c9c2ad',
            ) + box([104 + i * 62, 330], [28, 14], '#8d8672'),
        )
        .join(''))
