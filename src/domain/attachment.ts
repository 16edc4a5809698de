import type { Instant } from './instant'

/** What a record names and whose bytes travel apart: a photo or a sound. */
export interface Attachment {
  readonly sha256: string
  readonly bytes: number
  readonly takenAt: Instant
}
