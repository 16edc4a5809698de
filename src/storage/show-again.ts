import type { NameId } from '../domain/id'
import type { Instant } from '../domain/instant'
import type { KindName } from '../domain/kind-table'
import { forget, toJournal } from './forget'
import { isInRevision, pendingItems } from './pending'
import type { PhoneDatabase } from './phone-database'
import { putHeld } from './put-held'
import { readKey } from './record-key'
import type { ScopeReading } from './scope-reading'

export interface ShowingRules {
  readonly nameId: NameId
  readonly now: Instant
  readonly reading: ScopeReading
}

const showOne = async (
  database: PhoneDatabase,
  kind: KindName,
  id: string,
  key: string,
  { nameId, now, reading }: ShowingRules,
): Promise<void> => {
  const held = await database.held(kind).get(id)
  const shadow = await database.shadows.get(key)
  const pending = await pendingItems(database, key)
  const isAnswered = pending.every(({ state }) => state === 'settled')
  // Its scope is no longer ours, or a full reading did not bring it: no row will come any more.
  const isOurs = held !== undefined && reading.isOurs(held.scope) && !reading.isUnread(held)
  if (!held || (isAnswered && !isOurs)) return forget(database, kind, id, now)
  if (!shadow) return
  // Rows of an earlier reading count by the numbers of a history that may be gone.
  const isCurrent = held.epoch >= reading.epochOf(held.scope)
  const revision = isCurrent ? (shadow.row?.revision ?? 0) : 0
  const inside = pending.filter((item) => isInRevision(item, revision))
  await toJournal(database, inside, now)
  const onTop = pending.filter((item) => !inside.includes(item))
  await putHeld(database, kind, id, { row: shadow.row, epoch: held.epoch }, onTop, nameId)
}

/** Shows each touched record again: refused acts are no longer on it, settled ones inside a row leave. */
export const showAgain = async (
  database: PhoneDatabase,
  keys: Iterable<string>,
  rules: ShowingRules,
): Promise<void> => {
  for (const key of keys) {
    const named = readKey(key)
    if (named) await showOne(database, named.kind, named.id, key, rules)
  }
}
