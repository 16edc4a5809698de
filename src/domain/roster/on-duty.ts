import { addDays, type CalendarDay } from '../calendar-day'
import type { StaffId } from '../id'
import type { Instant } from '../instant'
import { instantOf, localDay, type TimeZone } from '../time-zone'
import type { DutyRoster } from './duty-roster'
import { dateOf, monthOf } from '../month'
import { passesMidnight, type Shift } from './shift'

/** A shift somebody has on a day, and from when until when that is. */
export interface Duty {
  readonly staff: StaffId
  readonly day: CalendarDay
  readonly shift: Shift
  readonly from: Instant
  readonly until: Instant
}

/** Everybody's of a day: nobody where no roster speaks of its month. */
export const dutiesOn = (
  rosters: readonly DutyRoster[],
  day: CalendarDay,
  zone: TimeZone,
): readonly Duty[] =>
  rosters
    .filter(({ month }) => month === monthOf(day))
    .flatMap(({ shifts, rows }) =>
      rows.flatMap(({ staff, days }) => {
        const shift = shifts.find(({ key }) => key === days[dateOf(day) - 1])
        if (!shift) return []
        const from = instantOf(day, shift.from, zone)
        const last = passesMidnight(shift) ? addDays(day, 1) : day
        return [{ staff, day, shift, from, until: instantOf(last, shift.until, zone) }]
      }),
    )

/** [RO4] Who is on duty (当班) at a moment; a night shift of the day before too. */
export const onDutyAt = (
  rosters: readonly DutyRoster[],
  at: Instant,
  zone: TimeZone,
): readonly Duty[] => {
  const day = localDay(at, zone)
  return [addDays(day, -1), day]
    .flatMap((each) => dutiesOn(rosters, each, zone))
    .filter(({ from, until }) => from <= at && at < until)
}

/** A person's duties of so many days, the earliest first. */
export const dutiesOf = (
  rosters: readonly DutyRoster[],
  staff: StaffId,
  first: CalendarDay,
  days: number,
  zone: TimeZone,
): readonly Duty[] =>
  Array.from({ length: days }, (_, at) => addDays(first, at)).flatMap((day) =>
    dutiesOn(rosters, day, zone).filter((duty) => duty.staff === staff),
  )
