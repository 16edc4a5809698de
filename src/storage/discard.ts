import { DAY, type Instant } from '../domain/instant'
import type { OutboxItem } from './outbox-item'
import type { PhoneDatabase } from './phone-database'

/** [EX9] So long what somebody got rid of can be taken back. */
export const DISCARDED_STAYS = 7 * DAY

/** Nobody said it anew and nobody got rid of it. */
export const isKept = ({ replacedBy, discardedAt }: OutboxItem): boolean =>
  replacedBy === undefined && discardedAt === undefined

/** [EX9] Put away, it is got rid of, or taken back from there with null. */
export const discard = (
  database: PhoneDatabase,
  orders: readonly number[],
  at: Instant | null,
): Promise<void> =>
  database.transaction('rw', database.outbox, async () => {
    for (const item of await database.outbox.bulkGet([...orders]))
      if (item?.state === 'putAway' && item.replacedBy === undefined) {
        const { discardedAt: _, ...kept } = item
        await database.outbox.put(at === null ? kept : { ...kept, discardedAt: at })
      }
  })

/** What was got rid of long enough ago. */
export const dropDiscarded = async (database: PhoneDatabase, now: Instant): Promise<void> => {
  await database.outbox
    .where('state')
    .equals('putAway')
    .and(({ discardedAt }) => discardedAt !== undefined && discardedAt < now - DISCARDED_STAYS)
    .delete()
}
