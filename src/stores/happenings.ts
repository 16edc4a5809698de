import { computed } from 'vue'
import { happeningsByHome, type Happening } from '../domain/visit/occasion'
import { happeningsHeld } from '../storage/happening'
import { observeTable } from '../storage/observe'
import { useLive } from './live'
import { usePhone } from './phone'
import { useVisitDay } from './visit-day'

const TABLES = ['tickets', 'repairNotes', 'ownerFiles']

/** [VI14] What happened in each home of late; it follows the database. */
export const useHappenings = () => {
  const { database } = usePhone()
  const day = useVisitDay()
  const held = useLive<readonly Happening[] | null>(
    () => {
      const { today, zone } = day.value
      return () => happeningsHeld(database, today, zone)
    },
    null,
    (ask) => observeTable(database, TABLES, ask),
  )
  return computed(() => held.value && happeningsByHome(held.value))
}
