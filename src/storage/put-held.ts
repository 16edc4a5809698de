import type { NameId } from '../domain/id'
import type { AnyRecord, KindName } from '../domain/kind-table'
import type { Scope } from '../domain/scope'
import { anyKind } from '../protocol/apply-change'
import { rebase } from '../protocol/rebase'
import type { LiveRow } from '../protocol/row'
import { upcastRecord } from '../protocol/upcast'
import { indexOf, type Held } from './held'
import type { OutboxItem } from './outbox-item'
import { asPending } from './pending'
import type { PhoneDatabase } from './phone-database'
import { recordKey } from './record-key'

export interface Beneath {
  readonly row: LiveRow | null
  readonly epoch: number
}

/** An older server's row, or one kept since an older app, is read as one of today. */
export const recordOf = ({ kind, schema, record }: LiveRow): AnyRecord =>
  upcastRecord(kind, schema, record) as unknown as AnyRecord

/** What is shown of a record, with the row it stands on. */
export const heldOf = (
  kind: KindName,
  id: string,
  record: AnyRecord,
  { row, epoch }: Beneath,
): Held => ({
  ...indexOf(kind, record),
  id,
  record,
  scope: row ? (row.scope as Scope) : anyKind(kind).scopeOf(record),
  revision: row?.revision ?? 0,
  epoch,
  photosMissing: row?.photosMissing ?? [],
  ...(row?.marked ? { marked: row.marked } : {}),
})

/** Writes what is shown of a record: the row beneath with its pending acts on top. */
export const putHeld = async (
  database: PhoneDatabase,
  kind: KindName,
  id: string,
  { row, epoch }: Beneath,
  pending: readonly OutboxItem[],
  nameId: NameId,
): Promise<void> => {
  const base = row ? recordOf(row) : null
  const record = rebase(base, pending.map(asPending), nameId)
  const key = recordKey(kind, id)
  if (record === null) {
    await database.held(kind).delete(id)
    await database.shadows.delete(key)
    return
  }
  await database.held(kind).put(heldOf(kind, id, record, { row, epoch }))
  if (pending.length > 0) await database.shadows.put({ key, row })
  else await database.shadows.delete(key)
}
