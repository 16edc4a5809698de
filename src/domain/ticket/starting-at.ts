import type { Instant } from '../instant'
import type { Due } from './ticket'

/**
 * [CK6] Clocks set by a phone whose own clock is off: they begin when the act took place by the clock
 * everything else on the ticket is told by.
 */
export const startingAt = (due: Due, at: Instant): Due =>
  due.timing
    ? { ...due, at: due.at + at - due.timing.from, timing: { ...due.timing, from: at } }
    : due
