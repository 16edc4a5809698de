import { computed } from 'vue'
import { perhapsSame, takenOver } from '../domain/owner/merge'
import type { OwnerFile } from '../domain/owner/owner-file'
import { filesOfBuilding } from '../storage/owner-files'
import { act } from './act'
import { useLive } from './live'
import { usePhone } from './phone'

/** [OF13] One person written down twice in a building: the one file goes on, the other is kept under it. */
export const useOwnerMerge = (file: () => OwnerFile) => {
  const phone = usePhone()
  const known = useLive(() => {
    const { building } = file()
    return () => filesOfBuilding(phone.database, building)
  }, [])
  const others = computed(() => perhapsSame(file(), known.value))
  const merge = (into: OwnerFile) => {
    const from = file()
    const taken = takenOver(into, from).map((deed) => ({
      ...{ kind: 'OwnerFile' as const, record: into.id, act: deed },
    }))
    const ended = {
      ...{ kind: 'OwnerFile' as const, record: from.id },
      act: { act: 'mergeInto' as const, into: into.id },
    }
    return act(phone, [...taken, ended])
  }
  return { others, merge }
}
