import type { PendingQuery, Row, TransactionSql } from 'postgres'
import type { CompanyId } from '../../../src/domain/id'
import type { Batch } from '../batch'
import type { CallWrites } from '../call'
import { keyOf, StaleRead } from '../store'
import { logRow } from './log-row'

type Statement = PendingQuery<Row[]>

/** A JSON text that PostgreSQL spreads into rows: one statement however many rows there are. */
const asJson = (rows: readonly object[]): string => JSON.stringify(rows)

const writeVersions = (sql: TransactionSql, company: CompanyId, { batches }: CallWrites) => {
  const marks = batches.map(({ version, batch: { mark, at } }) => ({ version, mark, at }))
  const last = batches.at(-1)?.version ?? 0
  return sql`
    with counted as (insert into company_version (company, version)
      values (${company}, ${last}::bigint) on conflict (company)
      do update set version = greatest(company_version.version, excluded.version))
    insert into version_mark (company, version, mark, at) select ${company}::uuid, x.*
    from jsonb_to_recordset(${asJson(marks)}::text::jsonb) as x (version bigint, mark text, at bigint)`
}

/** Of a record that several calls wrote, what the last one left. */
const writeRecords = (sql: TransactionSql, company: CompanyId, { batches }: CallWrites) => {
  const rows = new Map<string, object>()
  for (const { version, batch } of batches)
    for (const { settledAt, ...record } of batch.records)
      rows.set(keyOf(record), { ...record, revision: version, settled_at: settledAt })
  if (rows.size === 0) return null
  return sql`
    insert into record (company, kind, id, scope, revision, schema, body, settled_at, about, marked)
    select ${company}::uuid, x.* from jsonb_to_recordset(${asJson([...rows.values()])}::text::jsonb)
    as x (kind text, id uuid, scope text, revision bigint, schema int, body jsonb,
      settled_at bigint, about text[], marked jsonb)
    on conflict (company, kind, id) do update set scope = excluded.scope,
      revision = excluded.revision, schema = excluded.schema, body = excluded.body,
      settled_at = excluded.settled_at, about = excluded.about, marked = excluded.marked`
}

const writeGone = (sql: TransactionSql, company: CompanyId, { batches }: CallWrites) => {
  const rows = batches.flatMap(({ version, batch }) =>
    batch.gone.map((mark) => ({ ...mark, revision: version })),
  )
  if (rows.length === 0) return null
  return sql`
    insert into gone (company, scope, revision, kind, id, why, at) select ${company}::uuid, x.*
    from jsonb_to_recordset(${asJson(rows)}::text::jsonb)
    as x (scope text, revision bigint, kind text, id uuid, why text, at bigint)`
}

const writeLog = (sql: TransactionSql, company: CompanyId, { batches }: CallWrites) => {
  const rows = batches.flatMap(({ version, batch }) =>
    batch.changes(version).map((change, place) => logRow(company, version, change, place)),
  )
  if (rows.length === 0) return null
  return sql`
    insert into change_log (company, id, version, device, seq, author, kind, record, act, at,
      clock_offset, received_at, imported_by, outcome, place, schema, group_id, import_id)
    select ${company}::uuid, x.* from jsonb_to_recordset(${asJson(rows)}::text::jsonb)
    as x (id uuid, version bigint, device uuid, seq bigint, author uuid, kind text, record uuid,
      act jsonb, at bigint, clock_offset bigint, received_at bigint, imported_by uuid,
      outcome jsonb, place int, schema int, group_id uuid, import_id uuid)`
}

/** What waited only between these calls is never written. */
const waitingIn = (batches: readonly { readonly batch: Batch }[]) => {
  const parked = new Map<string, Batch['parked'][number]>()
  const unparked: string[] = []
  for (const { batch } of batches) {
    for (const id of batch.unparked) if (!parked.delete(id)) unparked.push(id)
    for (const change of batch.parked) parked.set(change.id, change)
  }
  return { parked: [...parked.values()], unparked }
}

const writeParked = (sql: TransactionSql, company: CompanyId, { batches }: CallWrites) => {
  const { parked, unparked } = waitingIn(batches)
  const rows = parked.map((change) => ({
    ...{ id: change.id, kind: change.key.kind, record: change.key.id, group_id: change.group },
    ...{ received_at: change.receivedAt, seq: change.seq, body: change },
  }))
  const statements: Statement[] = []
  if (unparked.length > 0)
    statements.push(sql`
      delete from parked_change where company = ${company} and id = any(${unparked}::uuid[])`)
  if (rows.length > 0)
    statements.push(sql`
      insert into parked_change (company, id, kind, record, group_id, received_at, seq, body)
      select ${company}::uuid, x.* from jsonb_to_recordset(${asJson(rows)}::text::jsonb)
      as x (id uuid, kind text, record uuid, group_id uuid, received_at bigint, seq bigint,
        body jsonb)`)
  return statements
}

const writePhotoNames = (sql: TransactionSql, company: CompanyId, { batches }: CallWrites) => {
  const rows = batches.flatMap(({ batch }) =>
    batch.photos.map(({ id, ...name }) => ({ ...name, record: id })),
  )
  if (rows.length === 0) return null
  return sql`
    insert into photo_name (company, sha256, kind, record, device, staff) select ${company}::uuid, x.*
    from jsonb_to_recordset(${asJson(rows)}::text::jsonb)
    as x (sha256 text, kind text, record uuid, device uuid, staff uuid) on conflict do nothing`
}

const writeVouchers = (sql: TransactionSql, company: CompanyId, { batches }: CallWrites) => {
  const rows = batches.flatMap(({ batch }) =>
    batch.vouchers.map(({ id, ...voucher }) => ({ ...voucher, record: id })),
  )
  if (rows.length === 0) return null
  return sql`
    insert into photo_voucher (company, sha256, kind, record, staff) select ${company}::uuid, x.*
    from jsonb_to_recordset(${asJson(rows)}::text::jsonb)
    as x (sha256 text, kind text, record uuid, staff uuid) on conflict do nothing`
}

const deviceRow = ({ state }: CallWrites['devices'][number]) => ({
  ...{ id: state.device, staff: state.staff, last_seq: state.lastSeq, app: state.app },
  ...{ registered_at: state.registeredAt, heard_at: state.heardAt, schema: state.schema },
  waiting: state.waiting,
})

const writeDevices = async (sql: TransactionSql, company: CompanyId, { devices }: CallWrites) => {
  const old = devices.filter(({ isNew }) => !isNew).map(deviceRow)
  const young = devices.filter(({ isNew }) => isNew).map(deviceRow)
  const heard =
    old.length > 0 &&
    sql`
    update device d set last_seq = x.last_seq, heard_at = x.heard_at, app = x.app,
      schema = x.schema, waiting = x.waiting
    from jsonb_to_recordset(${asJson(old)}::text::jsonb)
    as x (id uuid, last_seq bigint, heard_at bigint, app text, schema int, waiting jsonb)
    where d.company = ${company} and d.id = x.id`
  const made =
    young.length > 0 &&
    sql`
    insert into device (company, id, staff, last_seq, registered_at, heard_at, app, schema, waiting)
    select ${company}::uuid, x.* from jsonb_to_recordset(${asJson(young)}::text::jsonb)
    as x (id uuid, staff uuid, last_seq bigint, registered_at bigint, heard_at bigint, app text,
      schema int, waiting jsonb)
    on conflict (company, id) do nothing returning id`
  const [, rows] = await Promise.all([heard, made])
  // Somebody registered it meanwhile, whoever that was: asked again, its owner and numbers are known.
  if (rows !== false && rows.length < young.length) throw new StaleRead()
}

/** [SY14] The last statements, sent at once: the versions, and everything under them. */
export const writeCalls = async (
  sql: TransactionSql,
  company: CompanyId,
  writes: CallWrites,
): Promise<void> => {
  const statements =
    writes.batches.length === 0
      ? []
      : [
          writeVersions(sql, company, writes),
          writeRecords(sql, company, writes),
          writeGone(sql, company, writes),
          writeLog(sql, company, writes),
          ...writeParked(sql, company, writes),
          writePhotoNames(sql, company, writes),
          writeVouchers(sql, company, writes),
        ]
  await Promise.all([
    ...statements.filter((each) => each !== null),
    writeDevices(sql, company, writes),
  ])
}
