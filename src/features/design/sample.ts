import type { Tone } from '../../ui/tone'

export const TONES: readonly Tone[] = ['red', 'amber', 'green', 'blue', 'plain']

const picture = (from: string, to: string) =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><linearGradient id="g" x2="1" y2="1"><stop stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient><path fill="url(#g)" d="M0 0h40v30H0z"/></svg>`,
  )}`

/** Stand-ins for photos; development only. */
export const PICTURES = [
  { sha256: 'a'.repeat(64), preview: picture('#9fb0a6', '#6d8075') },
  { sha256: 'b'.repeat(64), preview: picture('#b9a58c', '#7c6a55') },
] as const
