import { box, corridor, disc, line, path, room, shadow } from './scene'

const wheel = (x: number, y: number): string =>
  disc([x, y], [44, 46], '#1b1d1f') +
  disc([x, y], [30, 32], '#7f878b') +
  disc([x, y], [8, 8], '#26292b')

/** A corridor; bad, an electric bicycle stands in it, charging by a cable from a door. */
export const ebike = (isBad: boolean): string =>
  corridor('#e3e2d9', '#9c9a92') +
  (isBad
    ? shadow([350, 424], [170, 18]) +
      wheel(250, 380) +
      wheel(446, 376) +
      path(
        [
          [264, 356],
          [300, 300],
          [336, 300],
          [354, 352],
          [424, 344],
          [440, 364],
          [300, 378],
        ],
        'url(#red)',
      ) +
      path(
        [
          [344, 296],
          [430, 288],
          [438, 312],
          [356, 322],
        ],
        '#1d1f21',
      ) +
      line('M262 360 L288 244 L270 232 M288 244 L316 236', '#2a2d30', 9) +
      disc([282, 268], [16, 14], '#f5efc8') +
      box([392, 318], [52, 26], '#2b2f33', 'rx="6"') +
      line('M420 334 C470 420 540 300 556 300', '#15181a', 5)
    : '')

/** A corridor; bad, boxes and an old chair narrow it. */
export const clutter = (isBad: boolean): string =>
  corridor('#dfe3e2', '#a3a199') +
  (isBad
    ? shadow([210, 430], [140, 18]) +
      path(
        [
          [110, 300],
          [240, 310],
          [240, 436],
          [110, 440],
        ],
        '#b98a54',
      ) +
      path(
        [
          [240, 310],
          [290, 296],
          [290, 410],
          [240, 436],
        ],
        '#8d6539',
      ) +
      path(
        [
          [110, 300],
          [160, 284],
          [290, 296],
          [240, 310],
        ],
        '#d2a66d',
      ) +
      box([166, 306], [22, 130], '#e3d3a8', 'opacity=".7"') +
      path(
        [
          [140, 212],
          [230, 216],
          [230, 304],
          [140, 298],
        ],
        '#a97b48',
      ) +
      path(
        [
          [230, 216],
          [268, 206],
          [268, 294],
          [230, 304],
        ],
        '#805a32',
      ) +
      path(
        [
          [140, 212],
          [180, 202],
          [268, 206],
          [230, 216],
        ],
        '#c79a63',
      ) +
      line(
        'M330 300 L330 420 M400 300 L404 410 M330 350 L402 346 M330 300 L400 300',
        '#5b3b22',
        9,
      ) +
      path(
        [
          [322, 344],
          [410, 340],
          [416, 362],
          [322, 366],
        ],
        '#7a4e2b',
      )
    : '')

/** An exit sign over a door; bad, it is dark. */
export const exitSign = (isBad: boolean): string =>
  corridor('#d6d9d4', '#8e8d86', isBad ? 0.35 : 1) +
  (isBad ? '' : disc([320, 168], [190, 80], '#3fdc79', 'opacity=".5" filter="url(#soft)"')) +
  box(
    [206, 126],
    [228, 84],
    isBad ? '#2b3a31' : '#12a04c',
    'rx="6" stroke="#dfe3e0" stroke-width="5"',
  ) +
  disc([262, 148], [9, 9], isBad ? '#55625a' : '#fff') +
  line(
    'M262 160 l-10 24 l-16 10 M254 176 l18 8 l2 18 M264 164 l20 8',
    isBad ? '#55625a' : '#fff',
    8,
  ) +
  line('M330 168 h70 M380 150 l22 18 l-22 18', isBad ? '#55625a' : '#fff', 9)

/** A fire door at the end of a corridor; bad, it stands open, held by a brick. */
export const fireDoor = (isBad: boolean): string =>
  room('#dcdcd4', '#8d8b84', 400) +
  box([196, 40], [250, 364], '#59625e') +
  box([208, 52], [226, 352], isBad ? '#15191a' : '#8d3b2c') +
  (isBad
    ? path(
        [
          [208, 52],
          [330, 84],
          [330, 446],
          [208, 404],
        ],
        '#9a4231',
      ) +
      path(
        [
          [226, 100],
          [310, 118],
          [310, 214],
          [226, 196],
        ],
        '#3c4c50',
      ) +
      box([304, 262], [14, 40], '#c9ced0') +
      shadow([352, 440], [54, 8]) +
      path(
        [
          [318, 410],
          [384, 414],
          [384, 444],
          [318, 440],
        ],
        '#b2512f',
      ) +
      path(
        [
          [318, 410],
          [332, 402],
          [396, 406],
          [384, 414],
        ],
        '#cf6d47',
      )
    : box([236, 100], [76, 110], '#7f9395') +
      box([330, 100], [76, 110], '#7f9395') +
      box([318, 52], [6, 352], '#4b1f17') +
      box([296, 240], [12, 56], '#d5dadc') +
      box([334, 240], [12, 56], '#d5dadc') +
      line('M232 66 L290 62 L312 72', '#c2c8ca', 8))
