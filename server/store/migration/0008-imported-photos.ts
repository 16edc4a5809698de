import { sql, type Kysely } from 'kysely'

/** [WI10] Who brought a photo's record in for whoever named it: their sending it counts too. */
export const up = async (database: Kysely<unknown>): Promise<void> => {
  await sql.raw(`alter table photo_name add column imported_by uuid`).execute(database)
}
