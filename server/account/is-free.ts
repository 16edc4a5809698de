import type { Kysely } from 'kysely'
import type { CompanyId, StaffId } from '../../src/domain/id'
import type { Tables } from '../store/postgres/tables'

/** Whether the name is nobody's on this server, and the person has no account yet. */
export const isFree = async (
  db: Kysely<Tables>,
  company: CompanyId,
  staff: StaffId,
  name: string,
): Promise<boolean> => {
  const taken = await db
    .selectFrom('directory')
    .select('subject')
    .where('what', '=', 'account')
    .where('name', '=', name)
    .unionAll(
      db
        .selectFrom('account')
        .select('staff as subject')
        .where('company', '=', company)
        .where('staff', '=', staff),
    )
    .limit(1)
    .execute()
  return taken.length === 0
}
