import type { Instant } from '../instant'
import { wallClock, type TimeZone } from '../time-zone'
import type { VisitRule } from './visit-rule'

/** [VI9] The quiet hour an instant falls into; null where one may ring. */
export const quietHourAt = (
  { quiet }: VisitRule,
  at: Instant,
  zone: TimeZone,
): VisitRule['quiet'][number] | null => {
  const { minutes } = wallClock(at, zone)
  return quiet.find(({ from, until }) => from <= minutes && minutes < until) ?? null
}
