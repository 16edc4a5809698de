import { sql, type Kysely } from 'kysely'

/** Who changed which account and how, when duties change by themselves, and the log by when it came. */
const STATEMENTS = [
  `alter table account add column edge_at bigint`,
  `create table account_deed (
    company uuid not null, id uuid not null, at bigint not null, author uuid not null,
    subject uuid not null, what text not null, given jsonb not null, taken jsonb not null,
    primary key (company, id))`,
  `create index account_deed_by_time on account_deed (company, at)`,
  `create index change_log_by_time on change_log (company, received_at)`,
]

export const up = async (database: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(database)
}
