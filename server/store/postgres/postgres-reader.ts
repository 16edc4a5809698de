import { sql, type Kysely } from 'kysely'
import type { TransactionSql } from 'postgres'
import type { CompanyId, DeviceId, RecordId, StaffId } from '../../../src/domain/id'
import type { Instant } from '../../../src/domain/instant'
import type { Scope } from '../../../src/domain/scope'
import { keyOf, type RowPage, type ScopeRange, type StoreReader } from '../store'
import type { RecordKey } from '../stored'
import { traceOf } from './erase-records'
import { deviceFromRow, erasureFromRow, recordFromRow } from './from-row'
import { kyselyWithin } from './kysely-within'
import { missingPhotos, namersOf, photosAwaited, vouchersOf } from './read-photos'
import { readRows } from './rows-of'
import type { Tables } from './tables'

/** Reads of one company inside a transaction. */
export class PostgresReader implements StoreReader {
  #db: Kysely<Tables> | null = null

  constructor(
    protected readonly sql: TransactionSql,
    protected readonly company: CompanyId,
  ) {}

  protected get db(): Kysely<Tables> {
    this.#db ??= kyselyWithin(this.sql)
    return this.#db
  }

  async currentVersion() {
    const row = await this.db
      .selectFrom('company_version as v')
      .leftJoin('version_mark as m', (join) =>
        join.onRef('m.company', '=', 'v.company').onRef('m.version', '=', 'v.version'),
      )
      .select(['v.version', 'm.mark'])
      .where('v.company', '=', this.company)
      .executeTakeFirst()
    return { version: row?.version ?? 0, mark: row?.mark ?? '' }
  }

  async marksOf(versions: readonly number[]) {
    if (versions.length === 0) return new Map<number, string>()
    const rows = await this.db
      .selectFrom('version_mark')
      .select(['version', 'mark'])
      .where('company', '=', this.company)
      .where('version', 'in', versions)
      .execute()
    return new Map(rows.map(({ version, mark }) => [version, mark]))
  }

  rowsOf(
    ranges: readonly ScopeRange[],
    upTo: number,
    want: number,
    settledAfter: Instant,
  ): Promise<RowPage> {
    return readRows(this.db, this.company, { ranges, upTo, want, settledAfter })
  }

  async history(about: RecordId, before: number, scopes: readonly Scope[], want: number) {
    if (scopes.length === 0) return { rows: [], more: false }
    const matching = this.db
      .selectFrom('record')
      .where('company', '=', this.company)
      .where(sql<boolean>`about @> array[${about}]::text[]`)
      .where('revision', '<', before)
      .where('scope', 'in', scopes)
    const last = await matching
      .select('revision')
      .orderBy('revision', 'desc')
      .offset(want - 1)
      .limit(1)
      .executeTakeFirst()
    const least = last?.revision ?? 0
    const rows = await matching
      .selectAll()
      .where('revision', '>=', least)
      .orderBy('revision', 'desc')
      .execute()
    const older = await matching.select('id').where('revision', '<', least).executeTakeFirst()
    return { rows: rows.map(recordFromRow), more: older !== undefined }
  }

  async periodsOf(staff: StaffId) {
    const rows = await this.db
      .selectFrom('scope_grant')
      .selectAll()
      .where('company', '=', this.company)
      .where('staff', '=', staff)
      .execute()
    return rows.map((row) => ({
      staff,
      scope: row.scope as Scope,
      grantedAt: row.granted_at,
      takenAt: row.taken_at,
    }))
  }

  missingPhotos(hashes: readonly string[]) {
    return missingPhotos(this.db, this.company, hashes)
  }

  photosAwaited(device: DeviceId, limit: number) {
    return photosAwaited(this.db, this.company, device, limit)
  }

  namersOf(sha256: string) {
    return namersOf(this.db, this.company, sha256)
  }

  vouchersOf(sha256: string) {
    return vouchersOf(this.db, this.company, sha256)
  }

  async record(key: RecordKey) {
    const row = await this.db
      .selectFrom('record')
      .selectAll()
      .where('company', '=', this.company)
      .where('kind', '=', key.kind)
      .where('id', '=', key.id)
      .executeTakeFirst()
    return row ? recordFromRow(row) : null
  }

  async erasures() {
    const rows = await this.db
      .selectFrom('erasure')
      .selectAll()
      .where('company', '=', this.company)
      .orderBy('at', 'desc')
      .execute()
    return rows.map(erasureFromRow)
  }

  async erasedOf(keys: readonly RecordKey[]) {
    if (keys.length === 0) return new Set<string>()
    const rows = await this.db
      .selectFrom('erasure')
      .select(['kind', 'record'])
      .where('company', '=', this.company)
      .where(
        'record',
        'in',
        keys.map(({ id }) => id),
      )
      .execute()
    const found = new Set(rows.map(({ kind, record }) => `${kind}/${record}`))
    return new Set(keys.map(keyOf).filter((name) => found.has(name)))
  }

  traceOf(key: RecordKey) {
    return traceOf(this.db, this.company, key)
  }

  async devices() {
    const rows = await this.db
      .selectFrom('device')
      .selectAll()
      .where('company', '=', this.company)
      .execute()
    return rows.map(deviceFromRow)
  }

  async isRevoked(device: DeviceId) {
    const rows = await this.sql`select revoked_at from device
      where company = ${this.company} and id = ${device} and revoked_at is not null`
    return rows.length > 0
  }

  async backedUpTo() {
    const [row] = await this.sql<{ backed_up_to: number }[]>`
      select backed_up_to from company_version where company = ${this.company}`
    return row?.backed_up_to ?? 0
  }
}
