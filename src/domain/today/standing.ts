import type { StaffId } from '../id'
import { HOUR, type Instant } from '../instant'

/**
 * How a matter stands with whoever looks, the most urgent first: its clock ran out · the server would
 * not take it · its clock is about to run out · to be done now · later today or after · a round nobody
 * walked · behind us.
 */
export const STANDINGS = ['late', 'needsYou', 'soon', 'now', 'later', 'missed', 'done'] as const
export type Standing = (typeof STANDINGS)[number]

export interface Stands {
  readonly standing: Standing
  readonly at: Instant | null
}

/** Whoever looks, and when. */
export interface Onlooker {
  readonly staff: StaffId
  readonly now: Instant
  /** When the local day began. */
  readonly dayBegan: Instant
}

export const isAhead = (one: Standing, other: Standing): boolean =>
  STANDINGS.indexOf(one) < STANDINGS.indexOf(other)

export const SOON = HOUR
const NOW = 2 * HOUR

/** [TD2] Past its time, within the hour, within two, or later. */
export const standingOfClock = (at: Instant, now: Instant): Standing => {
  if (at < now) return 'late'
  if (at - now < SOON) return 'soon'
  return at - now < NOW ? 'now' : 'later'
}
