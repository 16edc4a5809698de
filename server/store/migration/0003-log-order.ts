import { sql, type Kysely } from 'kysely'

/** What it takes to replay the log: the order inside a version, the act's schema, its group. */
const STATEMENTS = [
  `alter table change_log add column place int not null default 0`,
  `alter table change_log add column schema int not null default 1`,
  `alter table change_log add column group_id uuid`,
  `create index gone_by_record on gone (company, kind, id)`,
  `create index change_log_by_record on change_log (company, kind, record)`,
  `create index photo_name_by_record on photo_name (company, kind, record)`,
]

export const up = async (database: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(database)
}
