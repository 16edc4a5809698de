import { weekdayOf } from '../domain/calendar-day'
import type { PatrolPlan, PatrolPlanId } from '../domain/patrol-plan'
import { CHECKERS } from '../domain/permission'
import { roundId, type RoundId } from '../domain/round-id'
import type { Route } from '../domain/route'
import { wallClock } from '../domain/time-zone'
import { act } from './act'
import { useEstate } from './estate'
import { usePhone } from './phone'
import { useSaving } from './saving'

const SLOT = 'check'

/** [NC1] A supervisor or manager plans night checks of their own; nobody else learns of them. */
export const useNightCheck = () => {
  const phone = usePhone()
  const estate = useEstate()
  const { failure, isBusy, saving } = useSaving()
  const { staff, roles } = phone.person

  /** A plan of one round that opens now, and that round. */
  const planned = (route: Route, hours: number, slotName: string) => {
    const zone = estate.communities.find(({ id }) => id === route.community)?.zone ?? estate.zone
    const { day, minutes } = wallClock(phone.now(), zone)
    const plan: PatrolPlan = {
      ...{ id: phone.newId() as PatrolPlanId, community: route.community, name: route.name },
      ...{ route: route.id, weekdays: [weekdayOf(day)], from: day, until: day },
      slots: [{ key: SLOT, name: slotName, opens: minutes, closes: minutes + hours * 60 }],
      ...{ roles: [...roles], walkers: [staff], nightCheck: { checker: staff } },
    }
    return { plan, round: roundId(plan.id, day, SLOT, phone.nameId) }
  }

  let begun: RoundId | null = null
  /** The round to walk; a tap before its page is there begins no second one. */
  const begin = async (route: Route, hours: number, slotName: string): Promise<RoundId | null> => {
    if (begun) return begun
    const { plan, round } = planned(route, hours, slotName)
    const deed = { act: 'plan' as const, plan }
    const isSaved = await saving(() =>
      act(phone, [{ kind: 'PatrolPlan', record: plan.id, act: deed }]),
    )
    if (isSaved) begun = round
    return isSaved ? round : null
  }

  return { mayPlan: roles.some((role) => CHECKERS.includes(role)), begin, failure, isBusy }
}
