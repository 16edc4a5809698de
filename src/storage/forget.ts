import type { Instant } from '../domain/instant'
import { KIND_NAMES, type KindName } from '../domain/kind-table'
import { anyKind } from '../protocol/apply-change'
import { askNoMore } from './asked-anew'
import type { DamagedItem } from './damaged-item'
import type { OutboxItem } from './outbox-item'
import { pendingItems } from './pending'
import type { PhoneDatabase } from './phone-database'
import { recordKey } from './record-key'

/** What is settled and inside a row, or without a row for ever, is only remembered from now on. */
export const toJournal = async (
  database: PhoneDatabase,
  items: readonly OutboxItem[],
  now: Instant,
): Promise<void> => {
  for (const { order, key, change, outcome } of items) {
    if (outcome === null) continue
    const version = 'version' in outcome ? outcome.version : 0
    await database.journal.put({
      ...{ id: change.id, order, key, version, settledAt: now, change, outcome },
    })
    await database.outbox.delete(order)
  }
}

/** Takes a record out of sight. What was answered is remembered; what was not still goes up. */
export const forget = async (
  database: PhoneDatabase,
  kind: KindName,
  id: string,
  now: Instant,
): Promise<void> => {
  const key = recordKey(kind, id)
  const pending = await pendingItems(database, key)
  const settled = pending.filter(({ state }) => state === 'settled')
  await toJournal(database, settled, now)
  await database.held(kind).delete(id)
  await database.shadows.delete(key)
  await askNoMore(database, key)
}

const hashesIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return []
  const own = 'sha256' in value && typeof value.sha256 === 'string' ? [value.sha256] : []
  return [...own, ...Object.values(value).flatMap(hashesIn)]
}

/** Photos are shared: a visit and the ticket that came of it name the same. */
const namedElsewhere = async (database: PhoneDatabase, key: string): Promise<Set<string>> => {
  const named = new Set<string>()
  for (const kind of KIND_NAMES)
    await database.held(kind).each((held) => {
      if (recordKey(kind, held.id) === key) return
      for (const { sha256 } of anyKind(kind).photosOf(held.record)) named.add(sha256)
    })
  return named
}

const speaksOf = ({ key, raw }: DamagedItem, id: string, hashes: readonly string[]): boolean =>
  key.includes(id) ||
  hashes.some((sha256) => key.includes(sha256)) ||
  (JSON.stringify(raw) ?? '').includes(id)

/** [SY48] Erased for ever: also from shadow, journal, drafts and photos. Unsent work still goes up. */
export const erase = async (database: PhoneDatabase, kind: KindName, id: string): Promise<void> => {
  const key = recordKey(kind, id)
  const journal = database.journal.where('key').equals(key)
  // The server has answered these; what it was not told yet it has to answer first.
  const answered = database.outbox
    .where('key')
    .equals(key)
    .and(({ state }) => state !== 'waiting')
  const told = [
    await database.held(kind).get(id),
    await journal.toArray(),
    await answered.toArray(),
    await database.shadows.get(key),
    await database.damaged.filter((item) => item.key.includes(id)).toArray(),
  ]
  const elsewhere = await namedElsewhere(database, key)
  const hashes = hashesIn(told).filter((sha256) => !elsewhere.has(sha256))
  await database.photos.bulkDelete(hashes)
  await database.uploads.where('fingerprint').anyOf(hashes).delete()
  await journal.delete()
  await answered.delete()
  await database.drafts.filter((draft) => draft.key.includes(id)).delete()
  await database.damaged.filter((item) => speaksOf(item, id, hashes)).delete()
  await database.shadows.delete(key)
  await database.held(kind).delete(id)
  await askNoMore(database, key)
}
