import { sql, type Kysely } from 'kysely'
import type { CompanyId } from '../../src/domain/id'
import type { Grant } from '../../src/domain/permission'
import { homesScope, type Scope } from '../../src/domain/scope'
import type { AuditLine, AuditSort } from '../../src/protocol/audit'
import type { Tables } from '../store/postgres/tables'
import type { AuditQuery } from './audit-query'

interface Row {
  readonly id: string
  readonly at: string
  readonly author: string
  readonly sort: AuditSort
  readonly deed: string
  readonly staff: string | null
  readonly kind: string | null
  readonly scope: Scope | null
  readonly why: string
  readonly given: readonly Grant[]
  readonly taken: readonly Grant[]
}

const PEOPLE: Readonly<Record<string, AuditLine['people']>> = {
  OwnerFile: 'owner',
  Caller: 'caller',
}
const HOMES = 'homes:'
const NONE = sql`'[]'::jsonb`

/** Files of owners taken in by the thousand are told where imports are. */
const linesOf = (company: CompanyId, { from, until }: AuditQuery) => sql<Row>`
  select id::text as id, at, author::text as author, 'account' as sort, what as deed,
    subject::text as staff, null as kind, null as scope, '' as why, given, taken
  from account_deed where company = ${company} and at >= ${from} and at < ${until}
  union all
  select l.id::text, l.at, l.author::text,
    case when l.act->>'act' in ('dial', 'reveal', 'look') then 'seen'
      when l.act->>'act' = 'handOut' then 'handedOut' else 'changed' end,
    l.act->>'act', null, l.kind, r.scope, coalesce(l.act->>'why', ''), ${NONE}, ${NONE}
  from change_log l
  left join record r on r.company = l.company and r.kind = l.kind and r.id = l.record
  where l.company = ${company} and l.kind in ('OwnerFile', 'Caller')
    and l.at >= ${from} and l.at < ${until} and l.act is not null and l.author is not null
    and l.import_id is null and l.outcome->>'outcome' in ('accepted', 'noted')
    and (l.kind <> 'Caller' or l.act->>'act' = 'dial')
  union all
  select record::text, at, author::text, 'erased', 'erase', null, kind, null, reason, ${NONE}, ${NONE}
  from erasure where company = ${company} and at >= ${from} and at < ${until}`

const isAsked = ({ by, about, sort }: AuditQuery) => sql<boolean>`
  (${by ?? null}::text is null or author = ${by ?? null})
  and (${sort ?? null}::text is null or sort = ${sort ?? null})
  and (${about ?? null}::text is null or staff = ${about ?? null}
    or scope = ${about ? homesScope(about) : null})`

const lineOf = (row: Row, scopes: ReadonlySet<Scope>): AuditLine => {
  const { id, author, sort, deed, staff, kind, scope, why, given, taken } = row
  const building = scope?.startsWith(HOMES) ? scope.slice(HOMES.length) : null
  const mayRead = sort === 'erased' || (scope !== null && scopes.has(scope))
  const people = kind === null ? null : (PEOPLE[kind] ?? 'other')
  const whole = { id, at: Number(row.at), by: author, sort, deed, staff, people, building }
  return { ...whole, why: mayRead ? why : '', given, taken } as AuditLine
}

/** [AC15] Who saw and changed what: deeds to accounts, to people's data, and erasures, as one list. */
export class AuditBook {
  constructor(private readonly db: Kysely<Tables>) {}

  async page(
    company: CompanyId,
    query: AuditQuery,
    scopes: ReadonlySet<Scope>,
  ): Promise<readonly AuditLine[]> {
    const { before, want } = query
    const isOlder = before ? sql`and (at, id) < (${before.at}::bigint, ${before.id}::text)` : sql``
    const { rows } = await sql<Row>`
      select * from (${linesOf(company, query)}) lines
      where ${isAsked(query)} ${isOlder}
      order by at desc, id desc limit ${want}`.execute(this.db)
    return rows.map((row) => lineOf(row, scopes))
  }

  async count(company: CompanyId, query: AuditQuery): Promise<number> {
    const { rows } = await sql<{ n: string }>`
      select count(*) as n from (${linesOf(company, query)}) lines
      where ${isAsked(query)}`.execute(this.db)
    return Number(rows[0]?.n ?? 0)
  }
}
