import { computed } from 'vue'
import { homesOf, matrixOf, type Matrix, type Unit } from '../domain/home/matrix'
import {
  homeState,
  HOME_QUESTIONS,
  HOME_STATES,
  NO_WORK,
  type HomeState,
  type HomeWork,
} from '../domain/home/state'
import { MINUTE } from '../domain/instant'
import { careAt } from '../domain/owner/question'
import type { PlaceId } from '../domain/place'
import { homesScope } from '../domain/scope'
import { localDay } from '../domain/time-zone'
import { openTicketsAbout } from '../storage/home-work'
import { filesOfBuilding } from '../storage/owner-files'
import { useEstate } from './estate'
import { useBuildings, useHomesLook } from './homes'
import { useLive } from './live'
import { usePhone } from './phone'
import { usePromiseList } from './promise-list'
import { useUnserved } from './unserved'
import { useVisitedHomes } from './visited-homes'

/** One building with what is open in each of its homes. */
export const useBuilding = (id: () => string) => {
  const { database, person, tick } = usePhone()
  const estate = useEstate()
  const buildings = useBuildings()
  const promises = usePromiseList()
  const look = useHomesLook()
  const minute = computed(() => Math.floor(tick.value / MINUTE) * MINUTE)
  const building = computed(() => {
    const place = estate.placeById.get(id() as PlaceId)
    return place?.kind === 'building' ? place : null
  })
  const matrix = computed<Matrix>(() =>
    building.value ? matrixOf(building.value, buildings.within) : { wings: [], rows: [] },
  )
  const homes = computed(() => homesOf(matrix.value))
  const tickets = useLive(() => {
    const ids = homes.value.map((unit) => unit.id)
    return () => openTicketsAbout(database, ids)
  }, null)

  const files = useLive(() => {
    const at = id() as PlaceId
    return () => filesOfBuilding(database, at)
  }, null)
  const care = computed(() => careAt(files.value ?? [], localDay(minute.value, estate.zone)))

  /** [HM3] What is open about each home; one with nothing is not in it. */
  const work = computed<ReadonlyMap<PlaceId, HomeWork>>(() => {
    const found = new Map<PlaceId, HomeWork>()
    const at = (home: PlaceId | null): HomeWork => (home && found.get(home)) || NO_WORK
    for (const ticket of tickets.value ?? [])
      for (const home of new Set([ticket.home, ticket.place]))
        if (home) found.set(home, { ...at(home), tickets: [...at(home).tickets, ticket] })
    for (const given of promises.all)
      if (given.home && (given.fate === 'open' || given.fate === 'overdue'))
        found.set(given.home, { ...at(given.home), promises: [...at(given.home).promises, given] })
    for (const [home, state] of care.value) found.set(home, { ...at(home), care: state })
    return found
  })
  /** [HM2] Whose phone does not hold what was said at this building's doors cannot say there is none. */
  const serves = computed(() => person.scopes.includes(homesScope(id())))
  const { without, isSaid: isServedSaid } = useUnserved()
  const unserved = computed(
    () => new Set(without.value.flatMap((each) => each.homes.map(({ id: home }) => home))),
  )
  const questions = computed(() =>
    HOME_QUESTIONS.filter((each) =>
      each === 'served'
        ? isServedSaid.value
        : serves.value || each === 'tickets' || each === 'occupancy',
    ),
  )
  const question = computed({
    get: () => (questions.value.includes(look.question) ? look.question : 'tickets'),
    set: (next) => (look.question = next),
  })
  const { visited } = useVisitedHomes(() => (building.value ? [building.value] : []))
  const visitedAt = computed(
    () =>
      new Map(
        visited.value.flatMap(({ homes: all }) => all.map((each) => [each.unit.id, each.state])),
      ),
  )
  const workAt = (home: PlaceId): HomeWork => ({
    ...(work.value.get(home) ?? NO_WORK),
    visited: visitedAt.value.get(home) ?? 'unreached',
    isUnserved: question.value === 'served' && unserved.value.has(home),
  })
  const stateOf = (unit: Unit): HomeState =>
    homeState(question.value, unit, workAt(unit.id), minute.value)
  const counts = computed(() => {
    const states = homes.value.map(stateOf)
    return HOME_STATES[question.value].map((state) => ({
      ...{ state, count: states.filter((each) => each === state).length },
    }))
  })
  const isRead = computed(
    () => estate.isRead && tickets.value !== null && files.value !== null && promises.isRead,
  )
  return { building, questions, question, matrix, homes, workAt, stateOf, counts, isRead }
}
