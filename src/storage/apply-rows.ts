import type { NameId } from '../domain/id'
import { isKindName, KIND_NAMES, type KindName } from '../domain/kind-table'
import { isGone, type GoneRow, type LiveRow, type Row } from '../protocol/row'
import { recordKey } from './held'
import type { OutboxItem } from './outbox-item'
import { isInRevision, pendingItems } from './pending'
import type { PhoneDatabase } from './phone-database'
import { putHeld } from './put-held'

export interface RowRules {
  readonly nameId: NameId
  readonly now: number
  readonly epochOf: (scope: string) => number
}

/** What is settled and inside a row is only remembered from now on. */
export const toJournal = async (
  database: PhoneDatabase,
  items: readonly OutboxItem[],
  now: number,
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

const applyLive = async (
  database: PhoneDatabase,
  kind: KindName,
  row: LiveRow,
  rules: RowRules,
): Promise<void> => {
  const epoch = rules.epochOf(row.scope)
  const held = await database.held(kind).get(row.id)
  // A scope read anew is believed even where its numbers are smaller: the server was restored.
  const isOlder = held !== undefined && held.epoch >= epoch && held.revision > row.revision
  if (isOlder) return
  const pending = await pendingItems(database, recordKey(kind, row.id))
  const inside = pending.filter((item) => isInRevision(item, row.revision))
  await toJournal(database, inside, rules.now)
  const onTop = pending.filter((item) => !inside.includes(item))
  await putHeld(database, kind, row.id, { row, epoch }, onTop, rules.nameId)
}

const forget = async (database: PhoneDatabase, kind: KindName, id: string, now: number) => {
  const key = recordKey(kind, id)
  const pending = await pendingItems(database, key)
  await toJournal(
    database,
    pending.filter(({ state }) => state === 'settled'),
    now,
  )
  await database.held(kind).delete(id)
  await database.shadows.delete(key)
}

/** [SY15] Removes a held row only of this scope and a smaller revision; unsent work stays. */
const applyGone = async (
  database: PhoneDatabase,
  kind: KindName,
  row: GoneRow,
  now: number,
): Promise<void> => {
  const held = await database.held(kind).get(row.id)
  if (held && held.scope === row.scope && held.revision < row.revision)
    await forget(database, kind, row.id, now)
  if (row.gone !== 'erased') return
  const key = recordKey(kind, row.id)
  await database.shadows.delete(key)
  await database.journal.where('key').equals(key).delete()
  await database.drafts.where('key').startsWith(key).delete()
}

export const applyRows = async (
  database: PhoneDatabase,
  rows: readonly Row[],
  rules: RowRules,
): Promise<void> => {
  for (const row of rows) {
    if (!isKindName(row.kind)) continue
    if (isGone(row)) await applyGone(database, row.kind, row, rules.now)
    else await applyLive(database, row.kind, row, rules)
  }
}

/** [SY9] A revoked scope leaves the phone; what was not sent yet still goes up. */
export const dropScope = async (
  database: PhoneDatabase,
  scope: string,
  now: number,
): Promise<void> => {
  for (const kind of KIND_NAMES)
    for (const { id } of await database.held(kind).where('scope').equals(scope).toArray())
      await forget(database, kind, id, now)
}

/** What a full reading of a scope did not bring is set aside, unless there is unsent work on it. */
export const dropUnread = async (
  database: PhoneDatabase,
  scope: string,
  epoch: number,
  now: number,
): Promise<void> => {
  for (const kind of KIND_NAMES)
    for (const held of await database.held(kind).where('scope').equals(scope).toArray())
      if (held.epoch < epoch && held.revision > 0) {
        const pending = await pendingItems(database, recordKey(kind, held.id))
        if (pending.length === 0) await forget(database, kind, held.id, now)
      }
}
