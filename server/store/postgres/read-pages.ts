import type { Sql } from 'postgres'
import type { CompanyId } from '../../../src/domain/id'
import type { Page, PageQuery } from '../call'
import { AWAITED_AT_ONCE } from '../page'
import type { GoneMark, StoredRecord } from '../stored'
import { asToday } from './from-row'

interface Asked<Thing> {
  /** Which of the queries it answers. */
  readonly query: number
  readonly found: Thing
}

interface PagesRow {
  readonly version: number
  readonly mark: string
  readonly backed_up_to: number
  readonly held: readonly Asked<StoredRecord>[] | null
  readonly gone: readonly Asked<GoneMark>[] | null
  readonly awaited: readonly Asked<string>[] | null
  readonly revoked: readonly Asked<boolean>[] | null
}

const answersTo = <Thing>(asked: readonly Asked<Thing>[] | null, index: number): Thing[] =>
  (asked ?? []).flatMap(({ query, found }) => (query === index ? [found] : []))

const pageOf = (row: PagesRow, { want }: PageQuery, index: number): Page | null => {
  const rows = [...answersTo(row.held, index).map(asToday), ...answersTo(row.gone, index)]
  if (rows.length > want) return null
  return {
    ...{ version: row.version, mark: row.mark, backedUpTo: row.backed_up_to },
    ...{ rows: rows.sort((a, b) => a.revision - b.revision), upTo: row.version },
    awaited: answersTo(row.awaited, index),
    isRevoked: answersTo(row.revoked, index).length > 0,
  }
}

/**
 * [SY16] Pages of several devices in one statement, and so in one snapshot. Null for one that has more
 * rows than wanted and must be cut between two versions.
 */
export const readPages = async (
  sql: Sql,
  company: CompanyId,
  queries: readonly PageQuery[],
): Promise<readonly (Page | null)[]> => {
  const ranges = queries.flatMap((query, index) =>
    query.ranges.map((range) => ({ ...range, index, settledAfter: query.settledAfter })),
  )
  const most = Math.max(...queries.map(({ want }) => want)) + 1
  const [row] = await sql<PagesRow[]>`
    with head as (
      select coalesce(max(v.version), 0) as version, coalesce(max(m.mark), '') as mark,
        coalesce(max(v.backed_up_to), 0) as backed_up_to
      from company_version v left join version_mark m
      on m.company = v.company and m.version = v.version where v.company = ${company}),
    g as (
      select u.query, u.scope, u.after, coalesce(u.base, head.version) as base, u.settled
      from head, unnest(${ranges.map(({ index }) => index)}::int[],
        ${ranges.map(({ scope }) => scope)}::text[],
        ${ranges.map(({ after }) => after)}::bigint[],
        ${ranges.map(({ base }) => base)}::bigint[],
        ${ranges.map(({ settledAfter }) => settledAfter)}::bigint[])
      as u (query, scope, after, base, settled))
    select head.*,
      (select json_agg(json_build_object('query', query, 'found', json_build_object(
        'kind', kind, 'id', id, 'scope', r.scope, 'revision', revision, 'schema', schema,
        'body', body, 'settledAt', settled_at, 'about', about, 'marked', marked)))
      from g cross join lateral (
        select * from record where company = ${company} and scope = g.scope and revision > g.after
        and (revision > g.base or settled_at is null or settled_at > g.settled)
        order by revision limit ${most}) r) as held,
      (select json_agg(json_build_object('query', query, 'found', json_build_object(
        'kind', kind, 'id', id, 'scope', r.scope, 'revision', revision, 'why', why, 'at', at)))
      from g cross join lateral (
        select * from gone where company = ${company} and scope = g.scope and revision > g.after
        and (revision > g.base or why = 'erased') order by revision limit ${most}) r) as gone,
      (select json_agg(json_build_object('query', d.query - 1, 'found', sha256))
      from unnest(${queries.map(({ device }) => device)}::uuid[]) with ordinality as d (id, query)
      cross join lateral (
        select n.sha256 from photo_name n left join photo p
        on p.company = n.company and p.sha256 = n.sha256
        where n.company = ${company} and n.device = d.id and p.sha256 is null
        group by n.sha256 order by min(n.record::text) limit ${AWAITED_AT_ONCE}) a) as awaited,
      (select json_agg(json_build_object('query', d.query - 1, 'found', true))
      from unnest(${queries.map(({ device }) => device)}::uuid[]) with ordinality as d (id, query)
      join device v on v.company = ${company} and v.id = d.id
      where v.revoked_at is not null) as revoked
    from head`
  if (!row) throw new Error('Pages without a head')
  return queries.map((query, index) => pageOf(row, query, index))
}
