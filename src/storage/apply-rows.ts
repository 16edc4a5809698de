import type { NameId } from '../domain/id'
import type { Instant } from '../domain/instant'
import { isKindName, type KindName } from '../domain/kind-table'
import { isGone, type GoneRow, type LiveRow, type Row } from '../protocol/row'
import { erase, forget, toJournal } from './forget'
import { recordKey } from './held'
import { isInRevision, pendingItems } from './pending'
import type { PhoneDatabase } from './phone-database'
import { putHeld } from './put-held'

export interface RowRules {
  readonly nameId: NameId
  readonly now: Instant
  readonly epochOf: (scope: string) => number
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

/** [SY15] Removes a held row only of this scope and a smaller revision; unsent work stays. */
const applyGone = async (
  database: PhoneDatabase,
  kind: KindName,
  row: GoneRow,
  now: Instant,
): Promise<void> => {
  const held = await database.held(kind).get(row.id)
  if (held && (held.scope !== row.scope || held.revision >= row.revision)) return
  if (row.gone === 'erased') await erase(database, kind, row.id)
  else await forget(database, kind, row.id, now)
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
