import { sql, type Kysely, type RawBuilder, type Selectable } from 'kysely'
import type { CompanyId } from '../../../src/domain/id'
import type { Instant } from '../../../src/domain/instant'
import type { RowPage, ScopeRange } from '../store'
import { goneFromRow, recordFromRow } from './from-row'
import type { Tables } from './tables'

export interface RowQuery {
  readonly ranges: readonly ScopeRange[]
  readonly upTo: number
  readonly want: number
  readonly settledAfter: Instant
}

const rangeTable = (ranges: readonly ScopeRange[]): RawBuilder<unknown> =>
  sql`(values ${sql.join(
    ranges.map(
      ({ scope, after, base }) => sql`(${scope}::text, ${after}::bigint, ${base}::bigint)`,
    ),
  )}) as g (scope, after, base)`

const records = (company: CompanyId, query: RowQuery, upTo: number) => sql`
  from ${rangeTable(query.ranges)} join record r on r.company = ${company} and r.scope = g.scope
  and r.revision > g.after and r.revision <= ${upTo}
  and (r.revision > g.base or r.settled_at is null or r.settled_at > ${query.settledAfter})`

const gone = (company: CompanyId, query: RowQuery, upTo: number) => sql`
  from ${rangeTable(query.ranges)} join gone r on r.company = ${company} and r.scope = g.scope
  and r.revision > g.after and (r.revision > g.base or r.why = 'erased')
  and r.revision <= ${upTo}`

/** The version of the last row that fits; all of that version is sent, so it is never split. */
const boundaryOf = async (db: Kysely<Tables>, company: CompanyId, query: RowQuery) => {
  const found = await sql<{ revision: number }>`
    select revision from (
      select r.revision ${records(company, query, query.upTo)}
      union all select r.revision ${gone(company, query, query.upTo)}) as rows
    order by revision offset ${query.want - 1} limit 1`.execute(db)
  return found.rows[0]?.revision ?? query.upTo
}

export const readRows = async (
  db: Kysely<Tables>,
  company: CompanyId,
  query: RowQuery,
): Promise<RowPage> => {
  if (query.ranges.length === 0) return { rows: [], upTo: query.upTo }
  const upTo = await boundaryOf(db, company, query)
  const held = await sql<Selectable<Tables['record']>>`
    select r.* ${records(company, query, upTo)} order by r.revision`.execute(db)
  const left = await sql<Selectable<Tables['gone']>>`
    select r.* ${gone(company, query, upTo)} order by r.revision`.execute(db)
  const rows = [...held.rows.map(recordFromRow), ...left.rows.map(goneFromRow)]
  return { rows: rows.sort((a, b) => a.revision - b.revision), upTo }
}
