import { sql, type Kysely } from 'kysely'

/**
 * Which import a change is part of; how often somebody tried to sign in; who is writing to an upload.
 * The last two are shared by all servers over one database and hold nothing that outlives an hour.
 */
const STATEMENTS = [
  `alter table change_log add column import_id uuid`,
  `create table sign_in_try (
    name text primary key, tries int not null, last_at bigint not null)`,
  `create index sign_in_try_by_time on sign_in_try (last_at)`,
  `create table upload_lock (
    upload text primary key, holder text not null, until timestamptz not null,
    wanted boolean not null)`,
]

export const up = async (database: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(database)
}
