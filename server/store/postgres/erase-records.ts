import { sql, type Kysely } from 'kysely'
import type { CompanyId } from '../../../src/domain/id'
import type { Scope } from '../../../src/domain/scope'
import type { Batch } from '../batch'
import type { Erasure, ErasureTrace, RecordKey } from '../stored'
import type { Tables } from './tables'

/** The scopes a record was ever a row of, and the photos no other record names. */
export const traceOf = async (
  db: Kysely<Tables>,
  company: CompanyId,
  { kind, id }: RecordKey,
): Promise<ErasureTrace> => {
  const scopes = await sql<{ scope: Scope }>`
    select scope from record where company = ${company} and kind = ${kind} and id = ${id}
    union select scope from gone where company = ${company} and kind = ${kind} and id = ${id}
  `.execute(db)
  const photos = await sql<{ sha256: string }>`
    select sha256 from photo_name n where company = ${company} and kind = ${kind}
    and record = ${id} and not exists (
      select from photo_name o where o.company = ${company} and o.sha256 = n.sha256
      and (o.kind, o.record) <> (n.kind, n.record))`.execute(db)
  return {
    scopes: scopes.rows.map(({ scope }) => scope),
    photos: photos.rows.map(({ sha256 }) => sha256),
  }
}

/** Photos nobody names any more are no longer known; their files go after the commit. */
const dropPhotos = async (db: Kysely<Tables>, company: CompanyId, hashes: readonly string[]) => {
  if (hashes.length === 0) return
  for (const table of ['photo_sender', 'photo'] as const)
    await sql`
      delete from ${sql.table(table)} p where company = ${company}
      and sha256 in (${sql.join(hashes)}) and not exists (
        select from photo_name n where n.company = ${company} and n.sha256 = p.sha256)`.execute(db)
}

const eraseOne = async (
  db: Kysely<Tables>,
  company: CompanyId,
  erasure: Erasure & ErasureTrace,
  version: number,
): Promise<void> => {
  const { kind, id, at, by, reason, photos } = erasure
  const known = await traceOf(db, company, { kind, id })
  const scopes = [...new Set([...erasure.scopes, ...known.scopes])]
  if (scopes.length > 0)
    await db
      .insertInto('gone')
      .values(
        scopes.map((scope) => ({
          ...{ company, scope, kind, id, at, revision: version, why: 'erased' },
        })),
      )
      .execute()
  // A change that could not be read has no key; what it said of the record stands in its act.
  await sql`
    update change_log set act = null where company = ${company} and act is not null
    and ((kind = ${kind} and record = ${id}) or (kind is null and act ->> 'record' = ${id}))
  `.execute(db)
  for (const table of ['record', 'parked_change', 'photo_name', 'photo_voucher'] as const)
    await db
      .deleteFrom(table)
      .where('company', '=', company)
      .where('kind', '=', kind)
      .where(table === 'record' ? 'id' : 'record', '=', id)
      .execute()
  await db
    .insertInto('erasure')
    .values({ company, kind, record: id, at, author: by, reason })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await dropPhotos(db, company, photos)
}

/** [SY26] Takes records out of everything that holds their content, and tells every scope they were in. */
export const eraseRecords = async (
  db: Kysely<Tables>,
  company: CompanyId,
  { erased }: Batch,
  version: number,
): Promise<void> => {
  for (const each of erased) await eraseOne(db, company, each, version)
}
