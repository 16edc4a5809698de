import { sql, type Kysely } from 'kysely'

/** [AC15] What was done with people's data, by when it was done. */
const STATEMENTS = [
  `create index change_log_of_people on change_log (company, at)
    where kind in ('OwnerFile', 'Caller')`,
]

export const up = async (database: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(database)
}
