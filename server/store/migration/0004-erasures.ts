import { sql, type Kysely } from 'kysely'

/** What was erased, by whom and why; nothing of what it said. */
const STATEMENTS = [
  `create table erasure (
    company uuid not null, kind text not null, record uuid not null, at bigint not null,
    author uuid not null, reason text not null, primary key (company, kind, record))`,
]

export const up = async (database: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(database)
}
