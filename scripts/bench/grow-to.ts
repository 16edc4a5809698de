import type { Sql } from 'postgres'
import type { CompanyId } from '../../src/domain/id'

const A_VERSION = 200

/**
 * Fills a company up to so many records, as if they had been pushed: copies of one it has, each under an
 * id of its own, with the change that made it, two hundred a version.
 */
export const growTo = async (sql: Sql, company: CompanyId, size: number): Promise<void> => {
  const [held] = await sql<{ n: number; version: number }[]>`
    select (select count(*)::int from record where company = ${company}) as n, version
    from company_version where company = ${company}`
  const { n = 0, version = 0 } = held ?? {}
  const further = Math.max(0, size - n)
  const versions = Math.ceil(further / A_VERSION)
  await sql.begin(async (own) => {
    await own`
      create temporary table grown on commit drop as
      select gen_random_uuid() as id, gen_random_uuid() as change, g as place
      from generate_series(0, ${further - 1}::int) g`
    await own`
      insert into version_mark (company, version, mark, at)
      select company, ${version}::bigint + g, md5(g::text), at
      from version_mark, generate_series(1, ${versions}::int) g
      where company = ${company} and version = ${version}`
    await own`
      insert into record (company, kind, id, scope, revision, schema, body, settled_at, about)
      select r.company, r.kind, g.id, r.scope, ${version}::bigint + 1 + g.place / ${A_VERSION}::int,
        r.schema, jsonb_set(r.body, '{id}', to_jsonb(g.id::text)), r.settled_at, array[g.id::text]
      from grown g, (select * from record where company = ${company} order by id limit 1) r`
    await own`
      insert into change_log (company, id, version, device, seq, author, kind, record, act, at,
        clock_offset, received_at, outcome, place, schema)
      select l.company, g.change, ${version}::bigint + 1 + g.place / ${A_VERSION}::int, l.device,
        l.seq, l.author, l.kind, g.id, l.act, l.at, l.clock_offset, l.received_at, l.outcome,
        g.place % ${A_VERSION}::int, l.schema
      from grown g, (select * from change_log where company = ${company} order by id limit 1) l`
    await own`
      update company_version set version = ${version + versions} where company = ${company}`
  })
  await sql`vacuum analyze record, change_log, version_mark`
}
