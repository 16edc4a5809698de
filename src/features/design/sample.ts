import type { Tone } from '../../ui/tone'

export const TONES: readonly Tone[] = ['red', 'amber', 'green', 'blue', 'plain']

const drawn = (from: string, to: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900" viewBox="0 0 40 30"><linearGradient id="g" x2="1" y2="1"><stop stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient><path fill="url(#g)" d="M0 0h40v30H0z"/></svg>`
const picture = (from: string, to: string) =>
  `data:image/svg+xml,${encodeURIComponent(drawn(from, to))}`

const COLOURS = [
  ['#9fb0a6', '#6d8075'],
  ['#b9a58c', '#7c6a55'],
] as const

/** Stand-ins for photos; development only. */
export const PICTURES = COLOURS.map(([from, to], index) => ({
  sha256: 'ab'.charAt(index).repeat(64),
  preview: picture(from, to),
}))

/** The same as bytes, to be drawn on. */
export const pictureBlob = (index: number): Blob => {
  const [from, to] = COLOURS[index] ?? COLOURS[0]
  return new Blob([drawn(from, to)], { type: 'image/svg+xml' })
}
