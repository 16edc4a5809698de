import { computed } from 'vue'
import { mayAct } from '../domain/permission'
import type { PlaceId } from '../domain/place'
import type { OwnerVisit } from '../domain/visit/owner-visit'
import { quietHourAt } from '../domain/visit/quiet-hour'
import { visitedHome } from '../domain/visit/visited-home'
import { visitsOfHome } from '../storage/visit'
import { useHappenings } from './happenings'
import { useHome } from './home'
import { useHomePlace } from './home-place'
import { useLive } from './live'
import { usePhone } from './phone'
import { useVisitDay } from './visit-day'
import { useVisitEnd } from './visit-end'

/** A home's visits with its clocks; null where this phone does not hold them. */
export const useHomeVisits = (id: () => string) => {
  const { database, person } = usePhone()
  const { home, building, seesPromises } = useHomePlace(id)
  const day = useVisitDay()
  const visits = useLive<readonly OwnerVisit[] | null>(() => {
    const at = id() as PlaceId
    return () => visitsOfHome(database, at)
  }, null)
  const happenings = useHappenings()
  const visited = computed(() => {
    if (!home.value || !building.value || !seesPromises.value || !visits.value) return null
    const happened = happenings.value?.get(home.value.id)
    return visitedHome(home.value, building.value.id, visits.value, day.value, happened)
  })
  const mayRecord = mayAct(person.roles, 'OwnerVisit', 'record')
  return {
    day,
    visited,
    mayRecord,
    isRead: computed(() => visits.value !== null && happenings.value !== null),
  }
}

/** [VI12] A home as somebody stands before its door. */
export const useDoor = (id: () => string) => {
  const phone = usePhone()
  const [home, visits] = [useHome(id), useHomeVisits(id)]
  const { end, isBusy, failure } = useVisitEnd()
  const isOpen = (fate: string) => fate === 'open' || fate === 'overdue'
  const promised = computed(() => home.given.value.filter(({ fate }) => isOpen(fate)))
  const hasComplaint = computed(() =>
    (home.open.value ?? []).some(({ kind }) => kind === 'complaint'),
  )
  /** [VI9] */
  const quietHour = computed(() =>
    quietHourAt(visits.day.value.rule, phone.tick.value, visits.day.value.zone),
  )
  const isRead = computed(() => home.isRead.value && visits.isRead.value)
  return {
    ...{ ...home, ...visits, isRead, promised, hasComplaint, quietHour },
    ...{ end, isBusy, failure },
  }
}
