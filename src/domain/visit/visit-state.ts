import { addDays, type CalendarDay } from '../calendar-day'
import { addMonths } from '../month'
import type { HomeClocks, VisitClock } from './visit-clock'
import type { VisitRule } from './visit-rule'

/** [VI7] Unreached long or never; past its day; soon; in time. */
export const CLOCK_STATES = ['unreached', 'overdue', 'soon', 'met'] as const
export type ClockState = (typeof CLOCK_STATES)[number]

/** [VI7] Past a whole second term nobody may say that this home is known. */
export const clockState = (
  { dueOn, months }: VisitClock,
  { soonDays }: VisitRule,
  today: CalendarDay,
): ClockState => {
  if (dueOn === null || addMonths(dueOn, months) < today) return 'unreached'
  if (dueOn < today) return 'overdue'
  return addDays(today, soonDays) >= dueOn ? 'soon' : 'met'
}

/** The one that presses more. */
export const moreOf = (one: ClockState, other: ClockState): ClockState =>
  CLOCK_STATES.find((each) => each === one || each === other) ?? one

/** The state of a home is that of the clock that presses more. */
export const homeVisitState = (
  { contact, door }: HomeClocks,
  rule: VisitRule,
  today: CalendarDay,
): ClockState => moreOf(clockState(contact, rule, today), clockState(door, rule, today))
