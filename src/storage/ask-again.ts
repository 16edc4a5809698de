import type { Instant } from '../domain/instant'
import { readMeta, writeMeta } from './meta'
import type { OutboxItem } from './outbox-item'
import type { PhoneDatabase } from './phone-database'
import { readKey } from './record-key'
import type { ScopeReading } from './scope-reading'

/** A row of an earlier reading says nothing: a restored server may not have its record any more. */
const hasCome = async (
  database: PhoneDatabase,
  key: string,
  { epochOf }: ScopeReading,
): Promise<boolean> => {
  const named = readKey(key)
  const held = named ? await database.held(named.kind).get(named.id) : undefined
  return held !== undefined && held.revision > 0 && held.epoch >= epochOf(held.scope)
}

/** A group was parked for any of its records, and comes to rest with the last of them. */
const companionsOf = (parked: readonly OutboxItem[], { change }: OutboxItem) =>
  parked.filter((each) => each.change.id === change.id || isOfGroup(each, change.group))

const isOfGroup = ({ change }: OutboxItem, group: string | undefined): boolean =>
  group !== undefined && change.group === group

/**
 * [SY43] A parked act whose record has come is asked about again, under a new number and its old id; once a
 * day also where it has not, for it may have come where its author does not see it.
 */
export const askAgain = async (
  database: PhoneDatabase,
  reading: ScopeReading,
  longBefore: Instant | null,
): Promise<void> => {
  const parked = await database.outbox.where('state').equals('parked').sortBy('order')
  for (const item of parked) {
    const keys = companionsOf(parked, item).map(({ key }) => key)
    const come = await Promise.all(keys.map((key) => hasCome(database, key, reading)))
    const isLong = longBefore !== null && (item.parkedAt ?? 0) <= longBefore
    if (come.includes(false) && !isLong) continue
    const seq = (await readMeta(database, 'nextSeq')) ?? 1
    const { order: _, ...rest } = item
    await database.outbox.delete(item.order)
    const change = { ...item.change, seq }
    await database.outbox.add({ ...rest, state: 'waiting', outcome: null, change })
    await writeMeta(database, 'nextSeq', seq + 1)
  }
}
