import { readMeta } from '../storage/meta'
import { useLive } from './live'
import { usePhone } from './phone'

/** whole · unread: some of it has not come yet · outdated: rows wait for a newer app. */
export type Completeness = 'whole' | 'unread' | 'outdated'

/** [SY54] Whether what the phone shows is all there is for this person. */
export const useCompleteness = () => {
  const { database } = usePhone()
  return useLive<Completeness>(
    () => async () => {
      if (await readMeta(database, 'mustUpdate')) return 'outdated'
      const cursor = await readMeta(database, 'cursor')
      const incomplete = (await readMeta(database, 'incomplete')) ?? []
      return cursor && incomplete.length === 0 ? 'whole' : 'unread'
    },
    'whole',
  )
}
