import type { CompanyId, DeviceId, RecordId, StaffId } from '../../src/domain/id'
import type { Instant } from '../../src/domain/instant'
import type { Scope } from '../../src/domain/scope'
import type { Batch } from './batch'
import type { CallGround, CallNeeds, CallWrites, Page, PageQuery } from './call'
import type {
  RecordKey,
  StoredRecord,
  Erasure,
  ErasureTrace,
  GoneMark,
  ParkedChange,
  DeviceState,
  ScopePeriod,
  PhotoName,
  PhotoVoucher,
} from './stored'

/** One scope's part of a pull. */
export interface ScopeRange {
  readonly scope: Scope
  /** Rows after this version. */
  readonly after: number
  /** Up to this version, what was settled long ago is left out. */
  readonly base: number
}

export interface RowPage {
  readonly rows: readonly (StoredRecord | GoneMark)[]
  /** Every version up to this one is in the page. */
  readonly upTo: number
}

export interface HistoryPage {
  readonly rows: readonly StoredRecord[]
  readonly more: boolean
}

export interface VersionMark {
  readonly version: number
  readonly mark: string
}

/** Reads of one company's data in one snapshot. */
export interface StoreReader {
  currentVersion(): Promise<VersionMark>
  marksOf(versions: readonly number[]): Promise<ReadonlyMap<number, string>>
  /** Rows in version order; a page never splits a version, so it may exceed `want`. */
  rowsOf(
    ranges: readonly ScopeRange[],
    upTo: number,
    want: number,
    settledAfter: Instant,
  ): Promise<RowPage>
  /** Rows that speak of something, newest first, last touched before a version; none is split. */
  history(
    about: RecordId,
    before: number,
    scopes: readonly Scope[],
    want: number,
  ): Promise<HistoryPage>
  periodsOf(staff: StaffId): Promise<readonly ScopePeriod[]>
  /** Of these hashes, those the server does not hold. */
  missingPhotos(hashes: readonly string[]): Promise<ReadonlySet<string>>
  /** Hashes this device named that the server does not hold, those of the oldest records first. */
  photosAwaited(device: DeviceId, limit: number): Promise<readonly string[]>
  /** Records that name a photo. */
  namersOf(sha256: string): Promise<readonly PhotoName[]>
  /** Whoever brought in what names it. */
  vouchersOf(sha256: string): Promise<readonly PhotoVoucher[]>
  record(key: RecordKey): Promise<StoredRecord | null>
  /** Everything erased so far, newest first. */
  erasures(): Promise<readonly Erasure[]>
  /** Of these keys, as `keyOf` writes them, those that were erased. */
  erasedOf(keys: readonly RecordKey[]): Promise<ReadonlySet<string>>
  /** The scopes a record was ever a row of, and the photos no other record names. */
  traceOf(key: RecordKey): Promise<ErasureTrace>
  devices(): Promise<readonly DeviceState[]>
  isRevoked(device: DeviceId): Promise<boolean>
  backedUpTo(): Promise<number>
}

/** A transaction that writes; everything read for writing is locked. */
export interface StoreWriter extends StoreReader {
  /** Everything calls need, read and locked at once: devices, records in (kind, id) order, the counter. */
  ground(needs: CallNeeds): Promise<CallGround>
  /** The last statements of such calls. Throws StaleRead when a device was registered meanwhile. */
  publishCalls(writes: CallWrites): Promise<void>
  /** Locked in (kind, id) order. */
  lockRecords(keys: readonly RecordKey[]): Promise<readonly StoredRecord[]>
  /** Parked changes of these records, with the siblings of their groups, as received. */
  parkedFor(keys: readonly RecordKey[]): Promise<readonly ParkedChange[]>
  /**
   * The last statements: bumps the company's version under its lock and writes everything with it.
   * Throws StaleRead when something the batch was made from came meanwhile.
   */
  publish(batch: Batch): Promise<number>
  savePeriods(periods: readonly ScopePeriod[]): Promise<void>
  savePhoto(photo: VerifiedPhoto): Promise<void>
  /** [DV3] Revoked at an instant, or given back with null; false for a device nobody knows. */
  setRevoked(device: DeviceId, at: Instant | null): Promise<boolean>
}

export interface VerifiedPhoto {
  readonly sha256: string
  readonly bytes: number
  readonly type: string
  readonly staff: StaffId
  readonly verifiedAt: Instant
}

/** Keeps companies' records. Two make: memory, for the simulator, and PostgreSQL. */
export interface Store {
  read<T>(company: CompanyId, work: (reader: StoreReader) => Promise<T>): Promise<T>
  /** One page for one device, from one snapshot. */
  page(company: CompanyId, query: PageQuery): Promise<Page>
  /** Retried whole when another transaction came between. */
  write<T>(company: CompanyId, work: (writer: StoreWriter) => Promise<T>): Promise<T>
  /** Forgets, in every company, the marks of what went before an instant; answers how many. */
  sweepGone(before: Instant): Promise<number>
}

/** What was read is no longer so: the transaction begins again. */
export class StaleRead extends Error {}

export const keyOf = ({ kind, id }: RecordKey): string => `${kind}/${id}`

export const isGoneMark = (row: StoredRecord | GoneMark): row is GoneMark => 'why' in row
