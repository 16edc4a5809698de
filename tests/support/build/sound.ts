import type { Sound } from '../../../src/domain/sound'

/** A voice note as a record names it. */
export const soundRef = (digit: string, over: Partial<Sound> = {}): Sound => ({
  ...{ sha256: digit.repeat(64), bytes: 4_000, seconds: 7, type: 'audio/webm', takenAt: 1 },
  ...over,
})
