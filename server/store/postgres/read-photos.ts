import { sql, type Kysely } from 'kysely'
import type { CompanyId, DeviceId } from '../../../src/domain/id'
import type { PhotoName, PhotoVoucher } from '../stored'
import { photoNameFromRow, voucherFromRow } from './from-row'
import type { Tables } from './tables'

/** Of these hashes, those the server does not hold. */
export const missingPhotos = async (
  db: Kysely<Tables>,
  company: CompanyId,
  hashes: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (hashes.length === 0) return new Set()
  const rows = await db
    .selectFrom('photo')
    .select('sha256')
    .where('company', '=', company)
    .where('sha256', 'in', hashes)
    .execute()
  const held = new Set(rows.map(({ sha256 }) => sha256))
  return new Set(hashes.filter((sha256) => !held.has(sha256)))
}

/** Hashes this device named that the server does not hold, those of the oldest records first. */
export const photosAwaited = async (
  db: Kysely<Tables>,
  company: CompanyId,
  device: DeviceId,
  limit: number,
): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('photo_name as n')
    .leftJoin('photo as p', (join) =>
      join.onRef('p.company', '=', 'n.company').onRef('p.sha256', '=', 'n.sha256'),
    )
    .select('n.sha256')
    .groupBy('n.sha256')
    .orderBy(sql`min(n.record::text)`)
    .where('n.company', '=', company)
    .where('n.device', '=', device)
    .where('p.sha256', 'is', null)
    .limit(limit)
    .execute()
  return rows.map(({ sha256 }) => sha256)
}

/** Records that name a photo. */
export const namersOf = async (
  db: Kysely<Tables>,
  company: CompanyId,
  sha256: string,
): Promise<readonly PhotoName[]> => {
  const named = db.selectFrom('photo_name').selectAll().where('company', '=', company)
  return (await named.where('sha256', '=', sha256).execute()).map(photoNameFromRow)
}

/** Whoever brought in what names it. */
export const vouchersOf = async (
  db: Kysely<Tables>,
  company: CompanyId,
  sha256: string,
): Promise<readonly PhotoVoucher[]> => {
  const vouched = db.selectFrom('photo_voucher').selectAll().where('company', '=', company)
  return (await vouched.where('sha256', '=', sha256).execute()).map(voucherFromRow)
}
