import { computed } from 'vue'
import { peopleAt } from '../domain/owner/question'
import { mayAct } from '../domain/permission'
import type { PlaceId } from '../domain/place'
import { homesScope } from '../domain/scope'
import { filesOfHome } from '../storage/owner-files'
import { useLive } from './live'
import { usePhone } from './phone'

/** [OF2] Who owns and lives in a home, for those who serve its building. */
export const useHomePeople = (home: () => PlaceId, building: () => PlaceId | null) => {
  const { database, person } = usePhone()
  const serves = computed(() => {
    const held = building()
    return (
      held !== null &&
      person.scopes.includes(homesScope(held)) &&
      ['open', 'handOut'].some((name) => mayAct(person.roles, 'OwnerFile', name))
    )
  })
  /** Whoever reads is not always whoever writes: an administrator hands out and erases. */
  const mayAmend = computed(() => serves.value && mayAct(person.roles, 'OwnerFile', 'amend'))
  const files = useLive(() => {
    const at = home()
    return () => filesOfHome(database, at)
  }, null)
  const people = computed(() => peopleAt(files.value ?? [], home()))
  return { serves, mayAmend, people, isRead: computed(() => files.value !== null) }
}
