import type { Instant } from '../../src/domain/instant'
import { toJournal } from '../../src/storage/forget'
import { readKey } from '../../src/storage/record-key'
import { pendingItems } from '../../src/storage/pending'
import type { PhoneDatabase } from '../../src/storage/phone-database'
import { putHeld } from '../../src/storage/put-held'
import { nameId } from '../support/build/ids'

/** What a phone must not do: an answered act leaves although no row holds it yet. */
export const removeAtOutcome = async (database: PhoneDatabase, now: Instant): Promise<void> => {
  const settled = await database.outbox.where('state').equals('settled').toArray()
  await toJournal(database, settled, now)
  for (const key of new Set(settled.map((item) => item.key))) {
    const named = readKey(key)
    const shadow = await database.shadows.get(key)
    if (!named || !shadow) continue
    const { kind, id } = named
    const epoch = (await database.held(kind).get(id))?.epoch ?? 0
    const pending = await pendingItems(database, key)
    await putHeld(database, kind, id, { row: shadow.row, epoch }, pending, nameId)
  }
}
