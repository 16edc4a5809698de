import type { Kysely } from 'kysely'
import type { CompanyId } from '../../src/domain/id'
import type { Instant } from '../../src/domain/instant'
import type { Caller } from '../acceptance/caller'
import type { Tables } from '../store/postgres/tables'

export interface ShelvedPhoto {
  readonly company: CompanyId
  readonly sha256: string
}

/** What the database knows of photos: who sent them, which records name them. */
export class PhotoRegister {
  constructor(private readonly db: Kysely<Tables>) {}

  /**
   * [WI10] Its type if a person may see a photo: they sent all its bytes, or hold a scope with a record
   * that names it, where the one who named it had sent it too, or whoever brought that in for them.
   * Naming a hash one heard of opens nothing.
   */
  async typeFor({ company, staff, scopes }: Caller, sha256: string): Promise<string | null> {
    const photo = await this.db
      .selectFrom('photo')
      .select('type')
      .where('company', '=', company)
      .where('sha256', '=', sha256)
      .executeTakeFirst()
    if (!photo) return null
    const senders = await this.#sendersOf(company, sha256)
    if (senders.has(staff)) return photo.type
    if (scopes.length === 0) return null
    const vouchers = await this.#vouchersWithin(company, sha256, scopes)
    return vouchers.some((voucher) => senders.has(voucher)) ? photo.type : null
  }

  /** Photos that no record names and that came before an instant. */
  async unnamed(before: Instant): Promise<readonly ShelvedPhoto[]> {
    const rows = await this.db
      .selectFrom('photo as p')
      .leftJoin('photo_name as n', (join) =>
        join.onRef('n.company', '=', 'p.company').onRef('n.sha256', '=', 'p.sha256'),
      )
      .select(['p.company', 'p.sha256'])
      .where('p.verified_at', '<', before)
      .where('n.sha256', 'is', null)
      .limit(1_000)
      .execute()
    return rows.map(({ company, sha256 }) => ({ company: company as CompanyId, sha256 }))
  }

  /** Of these hashes, those whose bytes are registered. */
  async known(company: CompanyId, hashes: readonly string[]): Promise<ReadonlySet<string>> {
    if (hashes.length === 0) return new Set()
    const rows = await this.db
      .selectFrom('photo')
      .select('sha256')
      .where('company', '=', company)
      .where('sha256', 'in', hashes)
      .execute()
    return new Set(rows.map(({ sha256 }) => sha256))
  }

  async forget({ company, sha256 }: ShelvedPhoto): Promise<void> {
    await this.db.transaction().execute(async (db) => {
      for (const table of ['photo_sender', 'photo'] as const)
        await db
          .deleteFrom(table)
          .where('company', '=', company)
          .where('sha256', '=', sha256)
          .execute()
    })
  }

  async #sendersOf(company: string, sha256: string): Promise<ReadonlySet<string>> {
    const rows = await this.db
      .selectFrom('photo_sender')
      .select('staff')
      .where('company', '=', company)
      .where('sha256', '=', sha256)
      .execute()
    return new Set(rows.map(({ staff }) => staff))
  }

  /** Whoever named it in a record of these scopes, and whoever brought that in for them. */
  async #vouchersWithin(company: string, sha256: string, scopes: readonly string[]) {
    const rows = await this.db
      .selectFrom('photo_name as n')
      .innerJoin('record as r', (join) =>
        join
          .onRef('r.company', '=', 'n.company')
          .onRef('r.kind', '=', 'n.kind')
          .onRef('r.id', '=', 'n.record'),
      )
      .leftJoin('photo_voucher as b', (join) =>
        join
          .onRef('b.company', '=', 'n.company')
          .onRef('b.sha256', '=', 'n.sha256')
          .onRef('b.kind', '=', 'n.kind')
          .onRef('b.record', '=', 'n.record'),
      )
      .select(['n.staff', 'b.staff as bringer'])
      .where('n.company', '=', company)
      .where('n.sha256', '=', sha256)
      .where('r.scope', 'in', scopes)
      .execute()
    return rows.flatMap(({ staff, bringer }) => (bringer ? [staff, bringer] : [staff]))
  }
}
