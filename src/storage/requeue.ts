import type { DeviceId, NameId } from '../domain/id'
import { readMeta, writeMeta } from './meta'
import type { OutboxItem } from './outbox-item'
import { pendingItems } from './pending'
import type { PhoneDatabase } from './phone-database'
import { putHeld } from './put-held'
import { readKey } from './record-key'

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
 * What is held counts by the numbers of a history that is gone: no act is inside such a row. An app too
 * old for rows hears of no new reading for long, so it begins here and not with the answer.
 */
const beginReadingsAnew = async (database: PhoneDatabase): Promise<void> => {
  const epochs = Object.entries((await readMeta(database, 'scopeEpochs')) ?? {})
  const next = epochs.map(([scope, epoch]): [string, number] => [scope, epoch + 1])
  await writeMeta(database, 'scopeEpochs', Object.fromEntries(next))
  const restarting = (await readMeta(database, 'restarting')) ?? []
  const all = new Set([...restarting, ...epochs.map(([scope]) => scope)])
  await writeMeta(database, 'restarting', [...all])
}

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
    await beginReadingsAnew(database)
    await renumber(database)
  })

/** [SY46] These make the call itself fail: stand-ins go in their place, they are kept and shown. */
export const withdraw = async (
  database: PhoneDatabase,
  items: readonly OutboxItem[],
): Promise<void> => {
  for (const { order } of items) await database.outbox.update(order, { withdrawn: true })
}

/** [SY46] Not even stand-ins can be sent for these: they are kept and shown, the rest goes on. */
export const setAside = (
  database: PhoneDatabase,
  items: readonly OutboxItem[],
  device: DeviceId,
  nameId: NameId,
): Promise<void> =>
  database.transaction('rw', database.tables, async () => {
    for (const { order, key } of items) {
      await database.outbox.update(order, { state: 'refused' })
      const named = readKey(key)
      const shadow = await database.shadows.get(key)
      if (!named || !shadow) continue
      const { kind, id } = named
      const epoch = (await database.held(kind).get(id))?.epoch ?? 0
      const pending = await pendingItems(database, key)
      await putHeld(database, kind, id, { row: shadow.row, epoch }, pending, nameId)
    }
    await writeMeta(database, 'device', device)
    await renumber(database)
  })

/** The server cannot read this cursor: everything is pulled anew. */
export const pullFromNothing = (database: PhoneDatabase): Promise<void> =>
  writeMeta(database, 'cursor', null)
