import { addDays, type CalendarDay } from '../calendar-day'
import type { PatrolPlan, PatrolPlanAct, PatrolPlanId } from '../patrol-plan'

interface PlanDeed {
  readonly record: PatrolPlanId
  readonly act: PatrolPlanAct
}

const hasBegun = (plan: PatrolPlan, today: CalendarDay) => plan.from <= today

/**
 * [PA10] What was asked for stays as it was asked: a plan that has begun ends on the day before the new
 * one begins. Only one nobody has walked by yet is changed where it stands.
 */
export const changePlan = (
  held: PatrolPlan | null,
  next: PatrolPlan,
  today: CalendarDay,
): readonly PlanDeed[] => {
  if (held && !hasBegun(held, today)) {
    const plan = { ...next, id: held.id }
    return [{ record: held.id, act: { act: 'amend', plan } }]
  }
  const begun: PlanDeed = { record: next.id, act: { act: 'plan', plan: next } }
  const last = addDays(next.from, -1)
  if (!held || (held.until !== null && held.until <= last)) return [begun]
  return [{ record: held.id, act: { act: 'amend', plan: { ...held, until: last } } }, begun]
}

/** [PA10] The last day is today, whose rounds are still walked; one that never began asks for none. */
export const stopPlan = (held: PatrolPlan, today: CalendarDay): PlanDeed => {
  const until = hasBegun(held, today) ? today : addDays(held.from, -1)
  return { record: held.id, act: { act: 'amend', plan: { ...held, until } } }
}
