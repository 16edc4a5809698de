import type { Selectable } from 'kysely'
import type { DeviceId, StaffId } from '../../../src/domain/id'
import type { AnyRecord, KindName } from '../../../src/domain/kind-table'
import type { Scope } from '../../../src/domain/scope'
import { upcastRecord } from '../../../src/protocol/upcast'
import { SCHEMA } from '../../../src/protocol/version'
import type {
  DeviceState,
  Erasure,
  GoneMark,
  PhotoName,
  PhotoVoucher,
  StoredRecord,
} from '../stored'
import type { Tables } from './tables'

/** [SY70] What an earlier server stored, as the record of today. */
export const asToday = (stored: StoredRecord): StoredRecord => {
  const { kind, schema, body } = stored
  // A newer server beside this one may have written already: its rows stay what they are.
  if (schema >= SCHEMA) return stored
  return { ...stored, schema: SCHEMA, body: upcastRecord(kind, schema, body) }
}

export const recordFromRow = (row: Selectable<Tables['record']>): StoredRecord =>
  asToday({
    kind: row.kind as KindName,
    id: row.id,
    scope: row.scope as Scope,
    revision: row.revision,
    schema: row.schema,
    body: row.body as AnyRecord,
    settledAt: row.settled_at,
    about: row.about,
    marked: row.marked,
  })

export const goneFromRow = (row: Selectable<Tables['gone']>): GoneMark => ({
  kind: row.kind as KindName,
  id: row.id,
  scope: row.scope as Scope,
  revision: row.revision,
  why: row.why as GoneMark['why'],
  at: row.at,
})

export const deviceFromRow = (row: Selectable<Tables['device']>): DeviceState => ({
  device: row.id as DeviceId,
  staff: row.staff as StaffId,
  lastSeq: row.last_seq,
  registeredAt: row.registered_at,
  heardAt: row.heard_at,
  app: row.app,
  schema: row.schema,
  waiting: row.waiting,
  name: row.name,
  revokedAt: row.revoked_at,
})

export const photoNameFromRow = (row: Selectable<Tables['photo_name']>): PhotoName => ({
  sha256: row.sha256,
  kind: row.kind as KindName,
  id: row.record,
  device: row.device as DeviceId,
  staff: row.staff as StaffId,
})

export const voucherFromRow = (row: Selectable<Tables['photo_voucher']>): PhotoVoucher => ({
  sha256: row.sha256,
  kind: row.kind as KindName,
  id: row.record,
  staff: row.staff as StaffId,
})

export const erasureFromRow = (row: Selectable<Tables['erasure']>): Erasure => ({
  kind: row.kind as KindName,
  id: row.record,
  at: row.at,
  by: row.author as StaffId,
  reason: row.reason as Erasure['reason'],
})
