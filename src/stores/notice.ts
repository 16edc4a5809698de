import { computed } from 'vue'
import type { OwnerNotice, OwnerNoticeAct } from '../domain/notice/notice'
import { mayAct } from '../domain/permission'
import { act } from './act'
import { useLive } from './live'
import { usePhone } from './phone'
import { useSaving } from './saving'

/** [VI19] The notices of the community, as this phone holds them. */
export const useNotices = () => {
  const { database } = usePhone()
  const held = useLive<readonly OwnerNotice[] | null>(
    () => async () => (await database.ownerNotices.toArray()).map(({ record }) => record),
    null,
  )
  return { notices: computed(() => held.value ?? []), isRead: computed(() => held.value !== null) }
}

/** In how many of the homes this phone holds each was handed over. */
export const useHandedCounts = (of: () => readonly OwnerNotice[]) => {
  const { database } = usePhone()
  return useLive<ReadonlyMap<string, number>>(() => {
    const ids = of().map(({ id }) => id)
    return async () => {
      const counts = new Map<string, number>()
      for (const id of ids) {
        const visits = await database.ownerVisits.where('handed').equals(id).toArray()
        counts.set(id, new Set(visits.map(({ record }) => record.home)).size)
      }
      return counts
    }
  }, new Map())
}

/** No longer handed over. */
export const useNoticeEnd = () => {
  const phone = usePhone()
  const { failure, isBusy, saving } = useSaving()
  const withdraw = ({ id }: OwnerNotice, reason: string): Promise<boolean> => {
    const deed: OwnerNoticeAct = { act: 'withdraw', reason }
    return saving(() => act(phone, [{ kind: 'OwnerNotice', record: id, act: deed }]))
  }
  const mayWithdraw = mayAct(phone.person.roles, 'OwnerNotice', 'withdraw')
  return { withdraw, mayWithdraw, isBusy, failure }
}
