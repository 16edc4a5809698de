import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Sql } from 'postgres'
import type { Ticket } from '../../../src/domain/ticket/ticket'
import type { BusyPhone } from './busy-phone'

/** Acknowledged changes the database does not hold. Asked while nothing runs: nobody sends them again. */
export const lost = async (sql: Sql, phones: readonly BusyPhone[]): Promise<readonly string[]> => {
  const rows = await sql<{ id: string }[]>`select id from change_log`
  const held = new Set(rows.map(({ id }) => id))
  return phones.flatMap(({ witness }) => [...witness.acknowledged].filter((id) => !held.has(id)))
}

/** What a transaction cut in two would leave: rows or changes of a version that is none, holes, strays. */
export const halfWritten = async (sql: Sql): Promise<readonly unknown[]> => [
  ...(await sql`
    select 'record without version' as what, r.id from record r
    left join version_mark v on v.company = r.company and v.version = r.revision
    where v.version is null`),
  ...(await sql`
    select 'change without version' as what, c.id from change_log c
    left join version_mark v on v.company = c.company and v.version = c.version
    where v.version is null`),
  ...(await sql`
    select 'change without record' as what, c.id from change_log c
    left join record r on r.company = c.company and r.kind = c.kind and r.id = c.record
    where r.id is null and c.outcome ->> 'outcome' = 'accepted' and c.kind = 'Ticket'`),
  ...(await sql`
    select 'counter' as what, c.company from company_version c
    where c.version <> (select count(*) from version_mark v where v.company = c.company)`),
  ...(await sql`
    select 'sequence with a hole' as what, device from change_log
    group by device having count(*) <> max(seq)`),
]

/** Photos the database says it has whose bytes are not what their name says. */
export const brokenPhotos = async (sql: Sql, photoDir: string): Promise<readonly string[]> => {
  const rows = await sql<{ company: string; sha256: string }[]>`select company, sha256 from photo`
  return rows.flatMap(({ company, sha256 }) => {
    const bytes = readFileSync(join(photoDir, company, sha256.slice(0, 2), sha256))
    return createHash('sha256').update(bytes).digest('hex') === sha256 ? [] : [sha256]
  })
}

const ticketsIn = async (sql: Sql): Promise<readonly Ticket[]> => {
  const rows = await sql<{ body: Ticket }[]>`select body from record where kind = 'Ticket'`
  return rows.map(({ body }) => body)
}

/** All that staff saved, and all that the server has of it, sorted: equal is once each. */
export const wholeStory = async (sql: Sql, phones: readonly BusyPhone[]) => {
  const tickets = await ticketsIn(sql)
  const said = tickets.flatMap(({ thread }) =>
    thread.flatMap((entry) => (entry.kind === 'said' ? [entry.words] : [])),
  )
  const held = { titles: tickets.map(({ title }) => title).sort(), words: said.sort() }
  const saved = {
    titles: phones.flatMap(({ titles }) => titles).sort(),
    words: phones.flatMap(({ words }) => words).sort(),
  }
  return { held, saved }
}
