import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { OwnerPromise } from '../domain/promise/promise'
import { localDay, instantOf } from '../domain/time-zone'
import { mattersOf, type Begun, type Matter, type Refused } from '../domain/today/matter'
import { needsPerson } from '../domain/today/need'
import { dayShapeOf, sectionsOf } from '../domain/today/section'
import type { Ticket } from '../domain/ticket/ticket'
import { begunDrafts, refusedRecords, ticketsInHand } from '../storage/in-hand'
import { promisesInHand } from '../storage/promise-list'
import { useErrands } from './errands'
import { useEstate } from './estate'
import { useLeftLying } from './left-lying'
import { useLive } from './live'
import { usePatrol, type RoundView } from './patrol'
import { usePhone } from './phone'

export type TodayMatter = Matter<RoundView>

/** [TD1] The person's day: one line per matter, the most urgent first. */
export const useToday = defineStore('today', () => {
  const { database, person, tick } = usePhone()
  const estate = useEstate()
  const patrol = usePatrol()
  const dayBegan = computed(() => instantOf(localDay(tick.value, estate.zone), 0, estate.zone))
  const tickets = useLive<readonly Ticket[] | null>(() => {
    const since = dayBegan.value
    return () => ticketsInHand(database, person.staff, since)
  }, null)
  const promises = useLive<readonly OwnerPromise[] | null>(() => {
    const since = dayBegan.value
    return () => promisesInHand(database, person.staff, since)
  }, null)
  const begun = useLive<readonly Begun[] | null>(() => () => begunDrafts(database), null)
  const errands = useErrands()
  const refused = useLive<readonly Refused[] | null>(() => () => refusedRecords(database), null)

  /** False until the database has answered: an empty day is said only when it is one. */
  const isRead = computed(
    () => patrol.isRead && [tickets, promises, begun, refused].every(({ value }) => value !== null),
  )
  const matters = computed<readonly TodayMatter[]>(() => {
    const looker = { staff: person.staff, now: tick.value, dayBegan: dayBegan.value }
    const hand = { tickets: tickets.value ?? [], begun: begun.value ?? [] }
    const said = { promises: promises.value ?? [], refused: refused.value ?? [] }
    const rest = { ...said, errands: errands.value }
    return mattersOf({ ...hand, walks: patrol.mine, ...rest }, looker)
  })
  const shape = dayShapeOf(person.roles)
  const sections = computed(() => sectionsOf(matters.value, shape))
  const isFree = computed(() => matters.value.every(({ standing }) => standing === 'done'))
  const leftLying = useLeftLying()
  /** [TD7] Each once: what is theirs, and what of the community is left lying. */
  const needing = computed(() => {
    const own = matters.value.filter((matter) => needsPerson(matter, person.staff))
    return [...new Set([...own.map(({ key }) => key), ...leftLying.value])]
  })
  const needed = computed(() => needing.value.length)
  const neededOf = (kind: TodayMatter['kind']) =>
    needing.value.filter((key) => key.startsWith(`${kind}/`)).length
  /** How many lines were drawn when the page was left. */
  const reach = ref(0)
  return { matters, sections, shape, isFree, isRead, needed, neededOf, reach }
})
