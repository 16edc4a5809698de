import { addDays, type CalendarDay } from '../calendar-day'
import type { StaffId } from '../id'
import type { DutyRoster, RosterRow } from './duty-roster'
import { dateOf, dayIn, daysIn, monthOf, type Month } from '../month'
import type { Shift, ShiftKey } from './shift'

type Days = RosterRow['days']

/** [RO6] A pattern that goes round, from a date to the end of the month; the days before stay. */
export const goRound = (days: Days, pattern: Days, from: number): Days =>
  pattern.length === 0
    ? days
    : days.map((key, at) =>
        at < from - 1 ? key : (pattern[(at - (from - 1)) % pattern.length] ?? null),
      )

const FOUR_WEEKS = 28

/** [RO6] As four weeks before, where the shift is still there; a day nobody planned is off. */
export const asFourWeeksBefore = (
  month: Month,
  staff: StaffId,
  rosters: readonly DutyRoster[],
  shifts: readonly Shift[],
): Days => {
  const keys = new Set(shifts.map(({ key }) => key))
  const filled: (ShiftKey | null)[] = []
  const workedOn = (day: CalendarDay): ShiftKey | null => {
    if (monthOf(day) === month) return filled[dateOf(day) - 1] ?? null
    const held = rosters.find((each) => each.month === monthOf(day))
    return held?.rows.find((row) => row.staff === staff)?.days[dateOf(day) - 1] ?? null
  }
  for (let date = 1; date <= daysIn(month); date += 1) {
    const key = workedOn(addDays(dayIn(month, date), -FOUR_WEEKS))
    filled.push(key !== null && keys.has(key) ? key : null)
  }
  return filled
}
