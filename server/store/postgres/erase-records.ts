import { sql, type Kysely } from 'kysely'
import type { CompanyId } from '../../../src/domain/id'
import type { Batch } from '../batch'
import type { Tables } from './tables'

/** [SY26] Takes records out of everything that holds their content, and tells every scope they were in. */
export const eraseRecords = async (
  db: Kysely<Tables>,
  company: CompanyId,
  { erased, at }: Batch,
  version: number,
): Promise<void> => {
  for (const { kind, id } of erased) {
    await sql`
      insert into gone (company, scope, revision, kind, id, why, at)
      select ${company}, scope, ${version}, ${kind}, ${id}, 'erased', ${at} from (
        select scope from record where company = ${company} and kind = ${kind} and id = ${id}
        union select scope from gone where company = ${company} and kind = ${kind} and id = ${id}
      ) as scopes`.execute(db)
    await db
      .updateTable('change_log')
      .set({ act: null })
      .where('company', '=', company)
      .where('kind', '=', kind)
      .where('record', '=', id)
      .execute()
    for (const table of ['record', 'parked_change', 'photo_name'] as const)
      await db
        .deleteFrom(table)
        .where('company', '=', company)
        .where('kind', '=', kind)
        .where(table === 'record' ? 'id' : 'record', '=', id)
        .execute()
  }
}
