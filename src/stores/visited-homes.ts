import { computed } from 'vue'
import { homesOf, matrixOf, type Matrix } from '../domain/home/matrix'
import type { Place } from '../domain/place'
import { homesScope } from '../domain/scope'
import type { OwnerVisit } from '../domain/visit/owner-visit'
import { visitedHome, visitsByHome, type VisitedHome } from '../domain/visit/visited-home'
import { visitsInBuildings } from '../storage/visit'
import { useHappenings } from './happenings'
import { useBuildings } from './homes'
import { useLive } from './live'
import { usePhone } from './phone'
import { useVisitDay } from './visit-day'

/** [VI2] The buildings whose homes this person serves, as this phone holds them. */
export const useServedBuildings = () => {
  const { person } = usePhone()
  const buildings = useBuildings()
  return computed<readonly Place[]>(() =>
    buildings.lines
      .map(({ building }) => building)
      .filter(({ id }) => person.scopes.includes(homesScope(id))),
  )
}

export interface VisitedBuilding {
  readonly building: Place
  readonly matrix: Matrix
  /** In the order one walks, from the top down. */
  readonly homes: readonly VisitedHome[]
}

/** All homes of these buildings with their clocks; they follow the database. */
export const useVisitedHomes = (shown: () => readonly Place[]) => {
  const { database } = usePhone()
  const buildings = useBuildings()
  const day = useVisitDay()
  const visits = useLive<readonly OwnerVisit[] | null>(() => {
    const ids = shown().map(({ id }) => id)
    return () => visitsInBuildings(database, ids)
  }, null)
  const happenings = useHappenings()
  const visitsAt = computed(() => visitsByHome(visits.value ?? []))
  const visited = computed<readonly VisitedBuilding[]>(() =>
    shown().map((building) => {
      const matrix = matrixOf(building, buildings.within)
      const homes = homesOf(matrix).map((unit) =>
        visitedHome(
          unit,
          building.id,
          visitsAt.value.get(unit.id) ?? [],
          day.value,
          happenings.value?.get(unit.id),
        ),
      )
      return { building, matrix, homes }
    }),
  )
  const isRead = computed(
    () => buildings.isRead && visits.value !== null && happenings.value !== null,
  )
  return { visited, day, isRead }
}
