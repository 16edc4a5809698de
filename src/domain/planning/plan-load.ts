import { addDays, type CalendarDay } from '../calendar-day'
import type { StaffId } from '../id'
import type { PatrolPlan, Slot } from '../patrol-plan'
import { isPlannedOn } from '../planned'
import type { Role } from '../role'

interface PlannedRound {
  readonly plan: PatrolPlan
  readonly slot: Slot
}

/** What plans ask for on one day, in the order the rounds open. */
export interface PlannedDay {
  readonly day: CalendarDay
  readonly rounds: readonly PlannedRound[]
}

/** [PA11] The days ahead, the first among them. */
export const daysAhead = (
  plans: readonly PatrolPlan[],
  first: CalendarDay,
  count: number,
): readonly PlannedDay[] =>
  Array.from({ length: count }, (_, each) => {
    const day = addDays(first, each)
    const rounds = plans
      .filter((plan) => isPlannedOn(plan, day))
      .flatMap((plan) => plan.slots.map((slot) => ({ plan, slot })))
    return { day, rounds: rounds.sort((a, b) => a.slot.opens - b.slot.opens) }
  })

/** Whoever the same rounds fall to: people by name, or everybody of some roles. */
export interface PlanLoad {
  readonly key: string
  readonly roles: readonly Role[]
  readonly walkers: readonly StaffId[] | null
  /** Rounds in all these days, and on the fullest of them. */
  readonly rounds: number
  readonly most: number
  /** Stops in all these days. */
  readonly stops: number
}

const keyOf = ({ roles, walkers }: PatrolPlan): string =>
  walkers ? [...walkers].sort().join() : [...roles].sort().join()

/** [PA11] How much falls to whom, the most first. A round is one person's, whoever of them walks it. */
export const loadOf = (
  days: readonly PlannedDay[],
  stopsOf: (plan: PatrolPlan) => number,
): readonly PlanLoad[] => {
  const loads = new Map<string, PlanLoad>()
  for (const { rounds } of days) {
    const onDay = new Map<string, number>()
    for (const { plan } of rounds) {
      const key = keyOf(plan)
      const { roles, walkers } = plan
      const before = loads.get(key) ?? { key, roles, walkers, rounds: 0, most: 0, stops: 0 }
      const today = (onDay.get(key) ?? 0) + 1
      onDay.set(key, today)
      loads.set(key, {
        ...before,
        rounds: before.rounds + 1,
        most: Math.max(before.most, today),
        stops: before.stops + stopsOf(plan),
      })
    }
  }
  return [...loads.values()].sort((a, b) => b.rounds - a.rounds)
}
