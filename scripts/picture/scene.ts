/** Pieces of drawn scenes, as SVG text: 640 × 480, lit from above, taken by hand. */
export const WIDTH = 640
export const HEIGHT = 480

type Point = readonly [number, number]

export const path = (points: readonly Point[], fill: string, more = ''): string =>
  `<polygon points="${points.map(([x, y]) => `${x},${y}`).join(' ')}" fill="${fill}" ${more}/>`

export const box = ([x, y]: Point, [width, height]: Point, fill: string, more = ''): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${more}/>`

export const disc = ([x, y]: Point, [rx, ry]: Point, fill: string, more = ''): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}" ${more}/>`

export const line = (d: string, colour: string, width: number, more = ''): string =>
  `<path d="${d}" stroke="${colour}" stroke-width="${width}" fill="none" stroke-linecap="round" ${more}/>`

/** A soft shadow on the ground. */
export const shadow = (at: Point, size: Point, strength = 0.45): string =>
  disc(at, size, '#000', `opacity="${strength}" filter="url(#soft)"`)

/** A wall and a floor meeting at a height, both darker toward the corners. */
export const room = (wall: string, floor: string, edge = 320): string =>
  box([0, 0], [WIDTH, edge], wall) +
  box([0, edge], [WIDTH, HEIGHT - edge], floor) +
  box([0, edge - 14], [WIDTH, 14], '#0003') +
  box([0, edge], [WIDTH, 26], 'url(#fall)')

/** A corridor seen along its length, with doors at its sides. */
export const corridor = (wall: string, floor: string, light = 1): string =>
  box([0, 0], [WIDTH, HEIGHT], wall) +
  path(
    [
      [0, 0],
      [WIDTH, 0],
      [400, 150],
      [240, 150],
    ],
    '#cfd3cf',
  ) +
  path(
    [
      [0, 0],
      [240, 150],
      [240, 290],
      [0, HEIGHT],
    ],
    '#0000001c',
  ) +
  path(
    [
      [WIDTH, 0],
      [400, 150],
      [400, 290],
      [WIDTH, HEIGHT],
    ],
    '#00000030',
  ) +
  path(
    [
      [0, HEIGHT],
      [240, 290],
      [400, 290],
      [WIDTH, HEIGHT],
    ],
    floor,
  ) +
  path(
    [
      [60, 90],
      [140, 122],
      [140, 362],
      [60, 436],
    ],
    '#7d4f35',
  ) +
  path(
    [
      [66, 100],
      [134, 128],
      [134, 358],
      [66, 420],
    ],
    '#8d5b3d',
  ) +
  path(
    [
      [560, 70],
      [490, 112],
      [490, 360],
      [560, 425],
    ],
    '#6d452f',
  ) +
  box([286, 175], [70, 115], '#8a9a98') +
  box([292, 181], [58, 109], '#a9b7b3') +
  path(
    [
      [280, 60],
      [360, 60],
      [340, 86],
      [300, 86],
    ],
    '#fffbe8',
    `opacity="${light}"`,
  ) +
  disc([320, 70], [120, 40], '#fff7d0', `opacity="${light * 0.5}" filter="url(#soft)"`) +
  box([0, 0], [WIDTH, HEIGHT], '#05080a', `opacity="${(1 - light) * 0.55}"`)

const DEFINITIONS = `<defs>
<filter id="soft" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="9"/></filter>
<filter id="blur" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="2.5"/></filter>
<filter id="rough"><feTurbulence type="fractalNoise" baseFrequency="0.035" numOctaves="3" seed="4"/>
<feDisplacementMap in="SourceGraphic" scale="14"/></filter>
<filter id="grain"><feTurbulence type="fractalNoise" baseFrequency="0.8" numOctaves="2" seed="9"/>
<feColorMatrix values="0 0 0 0 0.5  0 0 0 0 0.5  0 0 0 0 0.5  0 0 0 0.9 -0.3"/></filter>
<filter id="stain"><feTurbulence type="fractalNoise" baseFrequency="0.012" numOctaves="4" seed="3"/>
<feColorMatrix values="0 0 0 0 0.1  0 0 0 0 0.09  0 0 0 0 0.07  0 0 0 2.2 -1.05"/></filter>
<linearGradient id="fall" x2="0" y2="1"><stop stop-color="#0005"/><stop offset="1" stop-color="#0000"/></linearGradient>
<linearGradient id="steel" x2="0" y2="1"><stop stop-color="#dfe5e7"/><stop offset=".4" stop-color="#9aa6ab"/><stop offset="1" stop-color="#59646a"/></linearGradient>
<linearGradient id="blue" x2="0" y2="1"><stop stop-color="#4f8fc9"/><stop offset=".45" stop-color="#2a69a3"/><stop offset="1" stop-color="#163c63"/></linearGradient>
<linearGradient id="red" x2="0" y2="1"><stop stop-color="#e0574f"/><stop offset=".5" stop-color="#b92620"/><stop offset="1" stop-color="#6d120f"/></linearGradient>
<linearGradient id="green" x2="0" y2="1"><stop stop-color="#6aa071"/><stop offset="1" stop-color="#2a5533"/></linearGradient>
<radialGradient id="corner" r=".75"><stop offset=".55" stop-color="#0000"/><stop offset="1" stop-color="#000a"/></radialGradient>
<radialGradient id="glow"><stop stop-color="#fff"/><stop offset="1" stop-color="#fff0"/></radialGradient>
</defs>`

/** The whole picture: the scene a little askew, worn, grained and dark in its corners. */
export const picture = (inner: string, tilt: number, wear: number): string => {
  const whole = (fill: string, more: string) => box([0, 0], [WIDTH, HEIGHT], fill, more)
  const turned = `rotate(${tilt} 320 240) translate(-16 -12) scale(1.05)`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="100%" height="100%">`,
    `${DEFINITIONS}<g transform="${turned}">${inner}`,
    whole('#000', `filter="url(#stain)" opacity="${wear}"`),
    '</g>',
    whole('#888', 'filter="url(#grain)" opacity="0.22"'),
    whole('url(#corner)', 'opacity="0.5"'),
    '</svg>',
  ].join('')
}
