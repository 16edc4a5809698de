import type { DeviceId } from '../domain/id'
import { writeMeta } from './meta'
import type { OutboxItem } from './outbox-item'
import type { PhoneDatabase } from './phone-database'

/** Numbers what waits again from 1; ids stay, so nothing can be taken twice. */
const renumber = async (database: PhoneDatabase): Promise<void> => {
  const waiting = await database.outbox.where('state').equals('waiting').sortBy('order')
  for (const [index, item] of waiting.entries())
    await database.outbox.update(item.order, { change: { ...item.change, seq: index + 1 } })
  await writeMeta(database, 'nextSeq', waiting.length + 1)
}

/** [SY44] A copied database, or numbers the server does not follow: a new device, numbered from 1. */
export const becomeNewDevice = (database: PhoneDatabase, device: DeviceId): Promise<void> =>
  database.transaction('rw', database.tables, async () => {
    await writeMeta(database, 'device', device)
    await renumber(database)
  })

/**
 * [SY45] The server was restored to `common`: everything it forgot is queued again in its old order,
 * the pull begins from nothing, photos are offered again.
 */
export const requeueAbove = (
  database: PhoneDatabase,
  common: number,
  device: DeviceId,
): Promise<void> =>
  database.transaction('rw', database.tables, async () => {
    const forgotten = await database.journal.where('version').above(common).toArray()
    for (const { order, key, change, id } of forgotten) {
      const item: OutboxItem = {
        ...{ order, key, change, state: 'waiting', withdrawn: false, outcome: null },
      }
      await database.outbox.put(item)
      await database.journal.delete(id)
    }
    await database.outbox
      .where('state')
      .anyOf('settled', 'parked')
      .modify({ state: 'waiting', outcome: null })
    await database.photos.where('state').equals('confirmed').modify({ state: 'waiting' })
    await writeMeta(database, 'device', device)
    await writeMeta(database, 'cursor', null)
    await renumber(database)
  })

/** [SY46] One change makes the call itself fail: a stand-in goes in its place, the change is kept. */
export const withdraw = async (database: PhoneDatabase, order: number): Promise<void> => {
  await database.outbox.update(order, { withdrawn: true })
}
