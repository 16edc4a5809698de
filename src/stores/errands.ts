import { computed, shallowRef } from 'vue'
import { MINUTE } from '../domain/instant'
import type { Errand } from '../domain/today/errand'
import { observeTable } from '../storage/observe'
import { useEstate } from './estate'
import type { findErrands } from './find-errands'
import { useLive } from './live'
import { usePhone } from './phone'
import { useVisitDay } from './visit-day'
import type * as VisitErrands from './visit-errands'

const TABLES = [
  'tickets',
  'wrapUps',
  'ownerPromises',
  'shiftHandovers',
  'weeklySheets',
  'ownerLetters',
  'facilities',
  'serviceInterruptions',
]

/** [WU5] [HO4] What the end of the day asks for; how it is found comes after the first page. */
export const useErrands = () => {
  const { database, person, tick, nameId } = usePhone()
  const estate = useEstate()
  const minute = computed(() => Math.floor(tick.value / MINUTE) * MINUTE)
  const find = shallowRef<typeof findErrands | null>(null)
  const visits = shallowRef<typeof VisitErrands | null>(null)
  void import('./find-errands').then((found) => (find.value = found.findErrands))
  void import('./visit-errands').then((found) => (visits.value = found))
  const day = useVisitDay()
  const ahead = useLive(
    () => {
      const [ask, { places }] = [visits.value?.findVisits, estate]
      const asked = { person, places, ...day.value }
      return ask ? () => ask(database, asked) : null
    },
    null,
    (ask) => observeTable(database, ['ownerVisits'], ask),
  )
  const found = useLive<readonly Errand[]>(
    () => {
      const [ask, { communities }, now] = [find.value, estate, minute.value]
      const asked = { person, communities, now, nameId }
      return ask ? () => ask(database, asked) : null
    },
    [],
    (ask) => observeTable(database, TABLES, ask),
  )
  return computed<readonly Errand[]>(() => [
    ...found.value,
    ...(ahead.value ? (visits.value?.visitErrands(ahead.value, minute.value) ?? []) : []),
  ])
}
