import { weekdayOf } from '../domain/calendar-day'
import type { PatrolPlan, PatrolPlanId } from '../domain/patrol-plan'
import { CHECKERS } from '../domain/permission'
import { roundId } from '../domain/round-id'
import type { Route } from '../domain/route'
import { wallClock } from '../domain/time-zone'
import { act } from './act'
import { useEstate } from './estate'
import { usePhone } from './phone'

const SLOT = 'check'

/** [NC1] A supervisor or manager plans night checks of their own; nobody else learns of them. */
export const useNightCheck = () => {
  const phone = usePhone()
  const estate = useEstate()
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

  return {
    mayPlan: roles.some((role) => CHECKERS.includes(role)),
    planned,
    save: ({ plan }: ReturnType<typeof planned>) =>
      act(phone, [{ kind: 'PatrolPlan', record: plan.id, act: { act: 'plan', plan } }]),
  }
}
