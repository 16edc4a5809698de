import type { Instant } from '../domain/instant'
import { forget } from './forget'
import { pendingItems } from './pending'
import type { PhoneDatabase } from './phone-database'
import { readKey } from './record-key'

/**
 * [SY60] Everything of ours was read to its end, after the server had written what it answered: an act
 * whose row did not come is on a record that is not ours any more, though nothing said that it went.
 * Work that is not answered yet keeps it in sight until it is.
 */
export const forgetLeftUnseen = async (database: PhoneDatabase, now: Instant): Promise<void> => {
  const settled = await database.outbox.where('state').equals('settled').toArray()
  for (const key of new Set(settled.map((item) => item.key))) {
    const pending = await pendingItems(database, key)
    if (pending.some(({ state }) => state === 'waiting')) continue
    const named = readKey(key)
    if (named) await forget(database, named.kind, named.id, now)
  }
}
