import { box, disc, line, path, shadow } from './scene'

const garage = (): string =>
  box([0, 0], [640, 480], '#8a8d8b') +
  path(
    [
      [0, 0],
      [640, 0],
      [460, 160],
      [180, 160],
    ],
    '#6f7371',
  ) +
  path(
    [
      [0, 480],
      [180, 240],
      [460, 240],
      [640, 480],
    ],
    '#8f8d86',
  ) +
  box([180, 160], [280, 80], '#a6aaa6') +
  [0, 1, 2]
    .map((i) => box([90 + i * 70, 100 - i * 6], [36 - i * 6, 330 - i * 70], '#c2c5bf'))
    .join('') +
  [0, 1, 2].map((i) => box([90 + i * 70, 330 - i * 44], [36 - i * 6, 22], '#d8b02d')).join('') +
  line('M420 480 L380 250', '#f0efe6', 7) +
  line('M600 460 L430 250', '#f0efe6', 6) +
  line('M120 20 L300 150 M500 10 L360 150', '#c43a32', 11) +
  box([270, 30], [110, 14], '#fdfbe9') +
  disc([325, 40], [150, 34], '#fff8d5', 'opacity=".5" filter="url(#soft)"')

/** A garage; bad, water stands on its floor. */
export const puddle = (isBad: boolean): string =>
  garage() +
  (isBad
    ? disc([360, 404], [220, 54], '#2c3a41', 'opacity=".82" filter="url(#rough)"') +
      disc([330, 394], [120, 16], '#dfe7e6', 'opacity=".5" filter="url(#blur)"') +
      line('M300 360 L310 414', '#c3c7c1', 10, 'opacity=".35"')
    : box([330, 372], [110, 46], '#50544f') +
      [0, 1, 2, 3, 4, 5].map((i) => box([338 + i * 17, 376], [7, 38], '#23272a')).join(''))

/** A gate with its arm; bad, the arm hangs broken. */
export const gate = (isBad: boolean): string =>
  box([0, 0], [640, 260], '#c7d8e2') +
  box([0, 150], [640, 130], '#9aa79d') +
  box([0, 270], [640, 210], '#6f7072') +
  box([40, 110], [130, 250], '#dcdcd2') +
  box([54, 140], [102, 90], '#3a5568') +
  box([40, 96], [130, 20], '#8d3b2c') +
  shadow([240, 384], [60, 12]) +
  box([206, 214], [64, 168], '#e0a92c', 'rx="6"') +
  box([216, 230], [44, 30], '#202427') +
  `<g transform="rotate(${isBad ? 26 : 0} 240 240)">` +
  [...Array(9).keys()]
    .map((i) => box([240 + i * 42, 230], [42, 20], i % 2 ? '#d7352b' : '#f5f5f0'))
    .join('') +
  '</g>' +
  (isBad
    ? path(
        [
          [520, 392],
          [636, 410],
          [634, 430],
          [516, 412],
        ],
        '#d7352b',
      )
    : '')
