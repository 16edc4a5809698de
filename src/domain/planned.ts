import { daysBetween, weekdayOf, type CalendarDay } from './calendar-day'
import type { StaffId } from './id'
import { dateOf, daysIn, monthOf } from './month'
import type { PatrolPlan } from './patrol-plan'
import type { Role } from './role'

const isLastOfMonth = (day: CalendarDay) => dateOf(day) === daysIn(monthOf(day))

const keepsRhythm = ({ rhythm, weekdays, from }: PatrolPlan, day: CalendarDay): boolean => {
  if (!rhythm) return weekdays.includes(weekdayOf(day))
  if (rhythm.by === 'days') return daysBetween(from, day) % rhythm.every === 0
  const date = dateOf(day)
  return rhythm.dates.some((each) => each === date || (each > date && isLastOfMonth(day)))
}

/** [PA1] [PA9] Whether the plan asks for its rounds to open on that local day. */
export const isPlannedOn = (plan: PatrolPlan, day: CalendarDay): boolean =>
  day >= plan.from && (plan.until === null || day <= plan.until) && keepsRhythm(plan, day)

/** [PA2] Whether a round of this plan is this person's to walk. */
export const isWalkerOf = (plan: PatrolPlan, staff: StaffId, roles: readonly Role[]): boolean =>
  plan.nightCheck
    ? plan.nightCheck.checker === staff
    : plan.roles.some((role) => roles.includes(role)) &&
      (plan.walkers === null || plan.walkers.includes(staff))
