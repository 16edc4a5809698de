import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { homesOf } from '../domain/home/matrix'
import { DAY } from '../domain/instant'
import {
  clockListed,
  daysWaiting,
  listOf,
  VISIT_LISTS,
  type VisitedHome,
  type VisitList,
} from '../domain/visit/visited-home'
import { usePhone } from './phone'
import { useServedBuildings, useVisitedHomes, type VisitedBuilding } from './visited-homes'

/** From the top of an entrance down, from the bottom up, or what has waited longest first. */
export const VISIT_ORDERS = ['down', 'up', 'longest'] as const
type VisitOrder = (typeof VISIT_ORDERS)[number]

/** How somebody looks at whom to visit; it stays while the app is open. */
export const useVisitLook = defineStore('visitLook', () => ({
  building: ref(''),
  list: ref<VisitList>('door'),
  order: ref<VisitOrder>('down'),
}))

/** How long a missed appointment still stands on the list. */
const STANDS = 7 * DAY

const inOrder = ({ matrix, homes }: VisitedBuilding, order: VisitOrder): readonly VisitedHome[] => {
  if (order !== 'up') return homes
  const byUnit = new Map(homes.map((home) => [home.unit.id, home]))
  const walked = homesOf({ ...matrix, rows: [...matrix.rows].reverse() })
  return walked.flatMap(({ id }) => byUnit.get(id) ?? [])
}

/** [VI11] Whom to visit today. */
export const useVisits = () => {
  const look = useVisitLook()
  const { tick } = usePhone()
  const served = useServedBuildings()
  const { visited, day, isRead } = useVisitedHomes(() => served.value)
  /** The building somebody walks: the one chosen, or the first where they serve but one. */
  const building = computed({
    get: () => (served.value.some(({ id }) => id === look.building) ? look.building : ''),
    set: (id) => (look.building = id),
  })
  const walked = computed(() =>
    visited.value.filter((each) => !building.value || each.building.id === building.value),
  )
  const due = computed(() =>
    walked.value
      .flatMap((each) => inOrder(each, look.order))
      .flatMap((home) => {
        const list = listOf(home, day.value.today)
        return list ? [{ home, list, clock: clockListed(home, day.value.today) }] : []
      }),
  )
  const lists = computed(() =>
    VISIT_LISTS.map((value) => ({
      ...{ value, count: due.value.filter(({ list }) => list === value).length },
    })),
  )
  const listed = computed(() => {
    const found = due.value.filter(({ list }) => list === look.list)
    if (look.order !== 'longest') return found
    const { today } = day.value
    const waits = new Map(
      found.map((each) => [
        each,
        Math.max(...[each.clock, ...each.home.occasions].map((one) => daysWaiting(one, today))),
      ]),
    )
    const waiting = (each: (typeof found)[number]) => waits.get(each) ?? 0
    return [...found].sort((a, b) => (waiting(a) === waiting(b) ? 0 : waiting(b) - waiting(a)))
  })
  /** [VI10] Those that stand, the nearest first; one missed stays for a week. */
  const appointments = computed(() =>
    walked.value
      .flatMap(({ homes }) => homes)
      .flatMap((home) => (home.appointment ? [{ home, ...home.appointment }] : []))
      .filter(({ until }) => until > tick.value - STANDS)
      .sort((a, b) => a.from - b.from),
  )
  return { served, building, lists, listed, appointments, day, isRead }
}
