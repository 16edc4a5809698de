import type { Kysely } from 'kysely'
import type { Tables } from '../store/postgres/tables'
import type { Caller } from '../acceptance/caller'

/**
 * [WI9] Whether a person may see a photo: they sent all its bytes, or hold a scope with a record that
 * names it, where the one who named it had sent it too. Naming a hash one has heard of opens nothing.
 */
export const mayReadPhoto = async (
  db: Kysely<Tables>,
  caller: Caller,
  sha256: string,
): Promise<{ readonly type: string } | null> => {
  const { company, staff, scopes } = caller
  const photo = await db
    .selectFrom('photo')
    .select('type')
    .where('company', '=', company)
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  if (!photo) return null
  const senders = await db
    .selectFrom('photo_sender')
    .select('staff')
    .where('company', '=', company)
    .where('sha256', '=', sha256)
    .execute()
  if (senders.some((sender) => sender.staff === staff)) return photo
  if (scopes.length === 0) return null
  const named = await db
    .selectFrom('photo_name as n')
    .innerJoin('record as r', (join) =>
      join
        .onRef('r.company', '=', 'n.company')
        .onRef('r.kind', '=', 'n.kind')
        .onRef('r.id', '=', 'n.record'),
    )
    .select('n.staff')
    .where('n.company', '=', company)
    .where('n.sha256', '=', sha256)
    .where('r.scope', 'in', scopes)
    .execute()
  const sent = new Set(senders.map((sender) => sender.staff))
  return named.some((name) => sent.has(name.staff)) ? photo : null
}
