import { sql, type Kysely } from 'kysely'

/** Which device a session was last heard from, what that calls itself, and since when it is revoked. */
const STATEMENTS = [
  `alter table device add column name text not null default ''`,
  `alter table device add column revoked_at bigint`,
  `alter table session add column device uuid`,
]

export const up = async (database: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(database)
}
