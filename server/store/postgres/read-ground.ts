import type { Selectable } from 'kysely'
import type { TransactionSql } from 'postgres'
import type { ChangeId, CompanyId, StaffId } from '../../../src/domain/id'
import type { Scope } from '../../../src/domain/scope'
import type { CallGround, CallNeeds } from '../call'
import { keyOf, StaleRead } from '../store'
import type { KindName } from '../../../src/domain/kind-table'
import { deviceFromRow, recordFromRow } from './from-row'
import type { Tables } from './tables'

type Row<Name extends keyof Tables> = Selectable<Tables[Name]>

/** The version now, its row locked; null for a company that has none yet: its first writers meet at the mark. */
export const lockCounter = async (
  sql: TransactionSql,
  company: CompanyId,
): Promise<number | null> => {
  const [row] = await sql<Row<'company_version'>[]>`
    select * from company_version where company = ${company} for update`
  return row?.version ?? null
}

const lockDevices = (sql: TransactionSql, company: CompanyId, { devices }: CallNeeds) =>
  sql<Row<'device'>[]>`
    select * from device where company = ${company} and id = any(${[...devices]}::uuid[])
    order by id for update`

const marksOf = (sql: TransactionSql, company: CompanyId, { versions }: CallNeeds) =>
  sql<Row<'version_mark'>[]>`
    select * from version_mark
    where company = ${company} and version = any(${[...versions]}::bigint[])`

const lockRecords = (sql: TransactionSql, company: CompanyId, { records }: CallNeeds) =>
  sql<Row<'record'>[]>`
    select r.* from record r where r.company = ${company} and (r.kind, r.id) in (
      select * from unnest(
        ${records.map(({ kind }) => kind)}::text[], ${records.map(({ id }) => id)}::uuid[]))
    order by r.kind, r.id for update`

/** Under the counter: records that came while we waited for it, and those that were erased. */
const lateOf = (sql: TransactionSql, company: CompanyId, ids: string[]) =>
  sql<{ kind: KindName; id: string; erased: boolean }[]>`
    select kind, id, false as erased from record where company = ${company} and id = any(${ids}::uuid[])
    union all select kind, record, true from erasure
    where company = ${company} and record = any(${ids}::uuid[])`

const outcomesOf = (sql: TransactionSql, company: CompanyId, { changes }: CallNeeds) =>
  sql<Pick<Row<'change_log'>, 'id' | 'outcome'>[]>`
    select id, outcome from change_log
    where company = ${company} and id = any(${[...changes]}::uuid[])`

const parkedOf = (sql: TransactionSql, company: CompanyId, changes: string[], ids: string[]) =>
  sql<Pick<Row<'parked_change'>, 'body'>[]>`
    select body from parked_change where company = ${company} and id in (
      select id from parked_change where company = ${company} and id = any(${changes}::uuid[])
      union select id from parked_change where company = ${company} and record = any(${ids}::uuid[])
      union select id from parked_change where company = ${company} and group_id in (
        select group_id from parked_change
        where company = ${company} and record = any(${ids}::uuid[])))`

const periodsOf = (sql: TransactionSql, company: CompanyId, { staff }: CallNeeds) =>
  sql<Row<'scope_grant'>[]>`
    select * from scope_grant where company = ${company} and staff = any(${[...staff]}::uuid[])`

const marksIn = (rows: readonly Row<'version_mark'>[]) =>
  new Map(rows.map(({ version, mark }) => [version, mark]))

/** A pull alone changes nothing but what is known of its device: no counter is held. */
const quietGround = async (sql: TransactionSql, company: CompanyId, needs: CallNeeds) => {
  const [devices, marks] = await Promise.all([
    lockDevices(sql, company, needs),
    marksOf(sql, company, needs),
  ])
  return {
    ...{ version: 0, outcomes: new Map(), records: [], parked: [], periods: [] },
    ...{ devices: devices.map(deviceFromRow), erased: new Set<string>(), marks: marksIn(marks) },
  }
}

/**
 * [SY5] [SY14] All sent at once and answered in order: devices, records, then the counter, and under it
 * whatever another writer may have changed while we waited.
 */
export const readGround = async (
  sql: TransactionSql,
  company: CompanyId,
  needs: CallNeeds,
  counter: () => Promise<number | null>,
): Promise<CallGround> => {
  if (needs.changes.length === 0) return quietGround(sql, company, needs)
  const ids = needs.records.map(({ id }) => id)
  const [devices, records, version, late, outcomes, parked, periods, marks] = await Promise.all([
    lockDevices(sql, company, needs),
    lockRecords(sql, company, needs),
    counter(),
    lateOf(sql, company, ids),
    outcomesOf(sql, company, needs),
    parkedOf(sql, company, [...needs.changes], ids),
    periodsOf(sql, company, needs),
    marksOf(sql, company, needs),
  ])
  const locked = records.map(recordFromRow)
  const here = new Set(locked.map(keyOf))
  const wanted = new Set(needs.records.map(keyOf))
  const found = late.filter((key) => wanted.has(keyOf(key)))
  if (found.some((key) => !key.erased && !here.has(keyOf(key)))) throw new StaleRead()
  return {
    version: version ?? 0,
    records: locked,
    devices: devices.map(deviceFromRow),
    outcomes: new Map(outcomes.map(({ id, outcome }) => [id as ChangeId, outcome])),
    parked: parked.map(({ body }) => body),
    erased: new Set(found.filter(({ erased }) => erased).map(keyOf)),
    periods: periods.map((row) => ({
      ...{ staff: row.staff as StaffId, scope: row.scope as Scope },
      ...{ grantedAt: row.granted_at, takenAt: row.taken_at },
    })),
    marks: marksIn(marks),
  }
}
