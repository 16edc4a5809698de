import type { Instant } from '../domain/instant'

/** waiting for the network · confirmed by the server · broken: its bytes are not what they were. */
export type PhotoState = 'waiting' | 'confirmed' | 'broken'

/** A photo's or a sound's bytes on this phone. */
export interface PhotoItem {
  readonly sha256: string
  readonly blob: Blob
  readonly type: string
  readonly bytes: number
  readonly state: PhotoState
  readonly takenAt: Instant
  /** When the server said that it is there; photos confirmed by an earlier app lack it. */
  readonly confirmedAt?: Instant
}
