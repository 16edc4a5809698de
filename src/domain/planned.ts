import { weekdayOf, type CalendarDay } from './calendar-day'
import type { StaffId } from './id'
import type { PatrolPlan } from './patrol-plan'
import type { Role } from './role'

/** [PA1] Whether the plan asks for its rounds to open on that local day. */
export const isPlannedOn = (plan: PatrolPlan, day: CalendarDay): boolean =>
  day >= plan.from &&
  (plan.until === null || day <= plan.until) &&
  plan.weekdays.includes(weekdayOf(day))

/** [PA2] Whether a round of this plan is this person's to walk. */
export const isWalkerOf = (plan: PatrolPlan, staff: StaffId, roles: readonly Role[]): boolean =>
  plan.nightCheck
    ? plan.nightCheck.checker === staff
    : plan.roles.some((role) => roles.includes(role)) &&
      (plan.walkers === null || plan.walkers.includes(staff))
