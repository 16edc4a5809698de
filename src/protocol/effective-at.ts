import { MINUTE, type Instant } from '../domain/instant'

/** Offsets beyond this are believed but marked. */
export const TRUSTED_OFFSET = 10 * MINUTE

/** [SY-time] When an act counts as done: the device's time corrected, never later than its arrival. */
export const effectiveAt = (
  at: Instant,
  clockOffset: number | null,
  receivedAt: Instant,
): Instant => Math.max(0, Math.min(at + (clockOffset ?? 0), receivedAt))
