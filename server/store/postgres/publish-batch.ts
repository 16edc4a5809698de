import { sql, type Kysely } from 'kysely'
import type { CompanyId } from '../../../src/domain/id'
import type { Batch } from '../batch'
import { checkFresh } from './check-fresh'
import { logRow } from './log-row'
import { eraseRecords } from './erase-records'
import type { Tables } from './tables'

const CHUNK = 500

const inChunks = async <Item>(
  items: readonly Item[],
  work: (chunk: readonly Item[]) => Promise<unknown>,
): Promise<void> => {
  for (let at = 0; at < items.length; at += CHUNK) await work(items.slice(at, at + CHUNK))
}

/** Holds the company's counter until commit: nobody can step over a version not yet seen. */
const bumpCounter = async (db: Kysely<Tables>, company: CompanyId): Promise<number> => {
  const { version } = await db
    .insertInto('company_version')
    .values({ company, version: 1, backed_up_to: 0 })
    .onConflict((conflict) =>
      conflict.column('company').doUpdateSet({ version: sql`company_version.version + 1` }),
    )
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

const writeRecords = (db: Kysely<Tables>, company: CompanyId, batch: Batch, revision: number) =>
  inChunks(batch.records, (chunk) =>
    db
      .insertInto('record')
      .values(
        chunk.map(({ kind, id, scope, schema, body, settledAt, about, marked }) => ({
          ...{ company, kind, id, scope, revision, schema, body },
          settled_at: settledAt,
          about: [...about],
          marked,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['company', 'kind', 'id']).doUpdateSet((row) => ({
          scope: row.ref('excluded.scope'),
          revision: row.ref('excluded.revision'),
          schema: row.ref('excluded.schema'),
          body: row.ref('excluded.body'),
          settled_at: row.ref('excluded.settled_at'),
          about: row.ref('excluded.about'),
          marked: row.ref('excluded.marked'),
        })),
      )
      .execute(),
  )

const writeParked = async (db: Kysely<Tables>, company: CompanyId, batch: Batch) => {
  if (batch.unparked.length > 0)
    await db
      .deleteFrom('parked_change')
      .where('company', '=', company)
      .where('id', 'in', batch.unparked)
      .execute()
  await inChunks(batch.parked, (chunk) =>
    db
      .insertInto('parked_change')
      .values(
        chunk.map((change) => ({
          company,
          id: change.id,
          kind: change.key.kind,
          record: change.key.id,
          group_id: change.group,
          received_at: change.receivedAt,
          seq: change.seq,
          body: change,
        })),
      )
      .execute(),
  )
}

const writePhotoNames = (db: Kysely<Tables>, company: CompanyId, batch: Batch) =>
  inChunks(batch.photos, (chunk) =>
    db
      .insertInto('photo_name')
      .values(chunk.map(({ id, ...name }) => ({ company, ...name, record: id })))
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )

const writeVouchers = (db: Kysely<Tables>, company: CompanyId, batch: Batch) =>
  inChunks(batch.vouchers, (chunk) =>
    db
      .insertInto('photo_voucher')
      .values(chunk.map(({ id, ...voucher }) => ({ company, ...voucher, record: id })))
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )

/** [SY14] The last statements of a call: the version, and everything under it. */
export const publishBatch = async (
  db: Kysely<Tables>,
  company: CompanyId,
  batch: Batch,
): Promise<number> => {
  const version = await bumpCounter(db, company)
  await checkFresh(db, company, batch)
  await db
    .insertInto('version_mark')
    .values({ company, version, mark: batch.mark, at: batch.at })
    .execute()
  await writeRecords(db, company, batch, version)
  await inChunks(batch.gone, (chunk) =>
    db
      .insertInto('gone')
      .values(chunk.map((mark) => ({ company, ...mark, revision: version })))
      .execute(),
  )
  const changes = batch.changes(version).map((change, place) => ({ change, place }))
  await inChunks(changes, (chunk) =>
    db
      .insertInto('change_log')
      .values(chunk.map(({ change, place }) => logRow(company, version, change, place)))
      .execute(),
  )
  await writeParked(db, company, batch)
  await writePhotoNames(db, company, batch)
  await writeVouchers(db, company, batch)
  await eraseRecords(db, company, batch, version)
  return version
}
