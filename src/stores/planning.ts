import { computed } from 'vue'
import type { PatrolPlan } from '../domain/patrol-plan'
import { mayAct } from '../domain/permission'
import { daysAhead, loadOf } from '../domain/planning/plan-load'
import { useEstate } from './estate'
import { usePatrol } from './patrol'
import { usePhone } from './phone'

/** How far the page looks ahead. */
export const DAYS_SHOWN = 30

/** [PA11] The plans of a community, what they ask for in the days ahead, and of whom. */
export const usePlanning = () => {
  const { person } = usePhone()
  const estate = useEstate()
  const patrol = usePatrol()
  /** [NC1] A night check is nobody's to read here, not its own checker's either. */
  const plans = computed(() =>
    patrol.plans
      .filter(({ nightCheck }) => !nightCheck)
      .sort((a, b) => a.name.localeCompare(b.name, 'zh') || a.from.localeCompare(b.from)),
  )
  /** Ended, or stopped before it began. */
  const isOver = ({ from, until }: PatrolPlan) =>
    until !== null && (until < patrol.today || until < from)
  const stopsOf = ({ route }: PatrolPlan): number =>
    patrol.routes.find(({ id }) => id === route)?.stops.length ?? 0
  const ahead = computed(() => daysAhead(plans.value, patrol.today, DAYS_SHOWN))
  return {
    mayPlan: mayAct(person.roles, 'PatrolPlan', 'plan'),
    isRead: computed(() => patrol.isRead),
    standing: computed(() => plans.value.filter((plan) => !isOver(plan))),
    over: computed(() => plans.value.filter(isOver)),
    ...{ ahead, stopsOf },
    loads: computed(() => loadOf(ahead.value, stopsOf)),
    /** Who could walk what falls to those roles. */
    peopleOf: (roles: readonly string[]): number =>
      estate.staff.filter(({ active, roles: own }) => active && own.some((r) => roles.includes(r)))
        .length,
  }
}
