import { addDays, type CalendarDay } from '../calendar-day'
import { MINUTE, type Instant } from '../instant'
import { instantOf, localDay, type TimeZone } from '../time-zone'
import { windowsOn, type Hours, type WorkingCalendar } from './working-calendar'

/** By which time a clock goes. */
export interface Pace {
  readonly zone: TimeZone
  readonly calendar: WorkingCalendar
  readonly hours: Hours
}

/** Longer than any list of days off; beyond, every hour counts. */
const MOST_DAYS = 3_000

const spansOn = (day: CalendarDay, { zone, calendar, hours }: Pace) =>
  windowsOn(day, calendar, hours).map(
    ([from, to]) => [instantOf(day, from, zone), instantOf(day, to, zone)] as const,
  )

/** [CK3] Milliseconds between two instants that count; none where the second is not later. */
export const workingBetween = (from: Instant, to: Instant, pace: Pace): number => {
  if (to <= from) return 0
  if (pace.hours === 'always') return to - from
  let counted = 0
  let day = localDay(from, pace.zone)
  const last = localDay(to, pace.zone)
  for (; day <= last; day = addDays(day, 1))
    for (const [begins, ends] of spansOn(day, pace))
      counted += Math.max(0, Math.min(ends, to) - Math.max(begins, from))
  return counted
}

/** [CK3] The first instant by which so many milliseconds have counted; none leave the instant as it is. */
export const addWorking = (from: Instant, milliseconds: number, pace: Pace): Instant => {
  if (milliseconds <= 0) return from
  if (pace.hours === 'always') return from + milliseconds
  let left = milliseconds
  let day = localDay(from, pace.zone)
  for (let days = 0; days < MOST_DAYS; days += 1, day = addDays(day, 1))
    for (const [begins, ends] of spansOn(day, pace)) {
      const start = Math.max(begins, from)
      if (ends - start >= left) return start + left
      left -= Math.max(0, ends - start)
    }
  return instantOf(day, 0, pace.zone) + left
}

export const addWorkingMinutes = (from: Instant, minutes: number, pace: Pace): Instant =>
  addWorking(from, minutes * MINUTE, pace)
