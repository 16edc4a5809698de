import { computed } from 'vue'
import { findablePeople, searchPeople, type FoundPerson } from '../domain/owner/find'
import { observeTable } from '../storage/observe'
import { allFiles } from '../storage/owner-files'
import { useLive } from './live'
import { usePhone } from './phone'

/** [OF11] People by what is typed, among those whose files this phone holds; read once somebody types. */
export const usePeopleFound = (words: () => string) => {
  const { database } = usePhone()
  const isAsked = computed(() => words().trim() !== '')
  const files = useLive(
    () => (isAsked.value ? () => allFiles(database) : null),
    null,
    (ask) => observeTable(database, 'ownerFiles', ask),
  )
  const findable = computed(() => findablePeople(files.value ?? []))
  const found = computed<readonly FoundPerson[]>(() => searchPeople(findable.value, words()))
  return { found, isRead: computed(() => files.value !== null) }
}
