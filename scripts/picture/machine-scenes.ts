import { box, disc, line, path, room, shadow } from './scene'

const bolts = (cx: number, cy: number, radius: number): string =>
  [0, 60, 120, 180, 240, 300]
    .map((angle) => {
      const turn = (angle * Math.PI) / 180
      const at = [cx + radius * Math.cos(turn), cy + radius * Math.sin(turn)] as const
      return disc(at, [6, 6], '#3d454a') + disc([at[0] - 1, at[1] - 2], [2.5, 2], '#c3cbd0')
    })
    .join('')

/** A pump on its base; bad, it drips from the flange into a puddle. */
export const pump = (isBad: boolean): string =>
  room('#b9c0bd', '#7a7f7c') +
  shadow([300, 410], [230, 24]) +
  box([90, 382], [430, 26], '#4c5357') +
  box([96, 270], [200, 100], 'url(#blue)', 'rx="26"') +
  [0, 1, 2, 3, 4, 5, 6].map((i) => box([120 + i * 22, 276], [8, 88], '#0003')).join('') +
  box([170, 250], [52, 24], '#2c6aa3') +
  box([296, 308], [46, 22], 'url(#steel)') +
  disc([392, 320], [70, 66], 'url(#red)') +
  disc([392, 320], [30, 28], '#7d1713') +
  box([360, 60], [62, 206], 'url(#red)', 'rx="4"') +
  box([344, 190], [94, 20], '#8c1b17') +
  box([344, 214], [94, 20], '#a1211c') +
  bolts(392, 320, 50) +
  box([456, 300], [184, 44], 'url(#red)') +
  disc([392, 110], [40, 40], '#20262a') +
  disc([392, 110], [33, 33], '#f3f4ef') +
  line('M392 110 L410 92', '#b92620', 4) +
  (isBad
    ? line('M352 236 q-2 26 -4 44', '#d7ecf7', 4, 'opacity=".85"') +
      disc([347, 300], [4, 9], '#cfe8f6', 'opacity=".9"') +
      disc([343, 372], [4, 10], '#cfe8f6', 'opacity=".8"') +
      disc([330, 432], [150, 24], '#33434c', 'opacity=".75" filter="url(#rough)"') +
      disc([300, 428], [60, 7], '#c9dde6', 'opacity=".5" filter="url(#blur)"')
    : '')

/** A round gauge with its coloured arc; bad, the hand lies in the red. */
export const gauge = (isBad: boolean): string =>
  room('#8f9693', '#5e6462', 420) +
  box([286, 330], [68, 150], 'url(#steel)') +
  shadow([340, 250], [190, 190], 0.5) +
  disc([320, 220], [186, 186], '#b78a2c') +
  disc([320, 220], [170, 170], '#d8b45a') +
  disc([320, 220], [158, 158], '#f6f6f1') +
  line('M212 296 A132 132 0 0 1 208 150', '#c9302a', 26) +
  line('M214 140 A132 132 0 0 1 426 140', '#2f9a4f', 26) +
  line('M432 150 A132 132 0 0 1 428 296', '#d9a520', 26) +
  [...Array(21).keys()]
    .map((i) => {
      const turn = ((135 + i * 13.5) * Math.PI) / 180
      const [c, s] = [Math.cos(turn), Math.sin(turn)]
      return line(
        `M${320 + 112 * c} ${220 + 112 * s} L${320 + (i % 5 ? 104 : 94) * c} ${220 + (i % 5 ? 104 : 94) * s}`,
        '#222',
        i % 5 ? 2 : 4,
      )
    })
    .join('') +
  (isBad ? line('M344 204 L222 268', '#15181a', 7) : line('M312 246 L352 104', '#15181a', 7)) +
  disc([320, 220], [16, 16], '#15181a') +
  path(
    [
      [190, 130],
      [300, 70],
      [350, 76],
      [210, 210],
    ],
    '#fff',
    'opacity=".25"',
  )

const wheel = (x: number, digit: number, fill = '#16191b'): string =>
  box([x, 170], [44, 62], fill, 'rx="4"') +
  line(
    [
      'M12 14 h20 v34 h-20 z',
      'M22 12 v38',
      'M12 14 h20 v16 h-20 v18 h20',
      'M12 14 h20 v34 h-20 M14 31 h18',
      'M12 12 v20 h20 M32 12 v38',
      'M32 14 h-20 v17 h20 v17 h-20',
      'M32 14 h-20 v34 h20 v-17 h-20',
      'M12 14 h20 l-12 36',
      'M12 14 h20 v34 h-20 z M12 31 h20',
      'M32 48 v-34 h-20 v17 h20',
    ][digit] ?? '',
    '#f4f4ee',
    5,
    `transform="translate(${x} 170)"`,
  )

/** A water meter seen from above, its lid open. */
export const meter = (isBad: boolean): string =>
  box([0, 0], [640, 480], '#5b5750') +
  box([0, 190], [640, 90], 'url(#steel)') +
  shadow([330, 250], [210, 210], 0.6) +
  disc([320, 236], [200, 200], '#2c5f95') +
  disc([320, 236], [180, 180], '#1d4875') +
  disc([320, 236], [166, 166], '#f2f3ee') +
  [3, 0, 7, 4].map((digit, i) => wheel(206 + i * 46, digit)).join('') +
  wheel(390, isBad ? 9 : 2, '#b92620') +
  disc([270, 306], [34, 34], '#fff', 'stroke="#b92620" stroke-width="3"') +
  line('M270 306 l16 -22', '#b92620', 5) +
  disc([372, 306], [34, 34], '#fff', 'stroke="#b92620" stroke-width="3"') +
  line('M372 306 l-20 14', '#b92620', 5) +
  disc([320, 120], [22, 22], '#3a4146') +
  line('M320 100 v40 M300 120 h40 M306 106 l28 28 M334 106 l-28 28', '#e4e7e8', 4) +
  (isBad ? disc([520, 392], [120, 34], '#27353d', 'opacity=".8" filter="url(#rough)"') : '')

/** The buttons in a lift car; bad, a row of them stays dark and one is burnt. */
export const liftPanel = (isBad: boolean): string =>
  box([0, 0], [640, 480], 'url(#steel)') +
  [...Array(40).keys()].map((i) => box([0, i * 12], [640, 1], '#ffffff30')).join('') +
  box([190, 16], [260, 448], '#717c82', 'rx="14"') +
  box([198, 24], [244, 432], '#aab4b9', 'rx="10"') +
  box([238, 44], [164, 70], '#0d0f10', 'rx="6"') +
  line('M300 58 v42 M326 58 h26 v20 h-26 v22 h26', '#ff5a3c', 6) +
  [0, 1, 2, 3, 4]
    .flatMap((row) =>
      [0, 1, 2].map((column) => {
        const at = [258 + column * 62, 162 + row * 58] as const
        const isDark = isBad && row > 1 && row < 4
        return (
          disc([at[0] + 2, at[1] + 4], [25, 25], '#0005') +
          disc(at, [25, 25], '#dfe4e6') +
          disc(
            at,
            [20, 20],
            isDark ? '#6b7073' : '#fff6d8',
            `stroke="${isDark ? '#43484b' : '#f2a33a'}" stroke-width="3"`,
          )
        )
      }),
    )
    .join('') +
  (isBad ? disc([320, 278], [17, 15], '#1c1714', 'filter="url(#rough)"') : '') +
  path(
    [
      [60, 0],
      [160, 0],
      [20, 480],
      [0, 480],
      [0, 200],
    ],
    '#fff',
    'opacity=".18"',
  )

/** A power cabinet; bad, its fault lamp burns and a door stands open. */
export const cabinet = (isBad: boolean): string =>
  room('#c6cac4', '#6f7571', 400) +
  [0, 1, 2]
    .map(
      (i) =>
        shadow([150 + i * 190, 408], [90, 12]) +
        box([60 + i * 190, 40], [176, 366], '#d8dad2', 'stroke="#8a8f88" stroke-width="3"') +
        box([80 + i * 190, 66], [136, 70], '#b6bab2') +
        disc([110 + i * 190, 100], [22, 22], '#f8f8f4', 'stroke="#333" stroke-width="3"') +
        line(`M${110 + i * 190} 104 l10 -16`, '#111', 3) +
        disc([186 + i * 190, 100], [22, 22], '#f8f8f4', 'stroke="#333" stroke-width="3"') +
        line(`M${186 + i * 190} 104 l-9 -15`, '#111', 3) +
        disc([110 + i * 190, 172], [10, 10], '#2fae57') +
        disc([148 + i * 190, 172], [10, 10], '#d9a520') +
        disc([186 + i * 190, 172], [10, 10], isBad && i === 1 ? '#ff3a2c' : '#5a1512') +
        box([136 + i * 190, 220], [24, 66], '#22272a', 'rx="4"'),
    )
    .join('') +
  (isBad
    ? disc([376, 172], [54, 54], '#ff3a2c', 'opacity=".45" filter="url(#soft)"') +
      path(
        [
          [440, 40],
          [500, 20],
          [500, 440],
          [440, 406],
        ],
        '#b9bcb4',
      ) +
      box([500, 60], [26, 330], '#2b2f31')
    : '')
