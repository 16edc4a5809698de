import type { DeviceId, RecordId, StaffId } from '../../../src/domain/id'
import type { Instant } from '../../../src/domain/instant'
import type { Scope } from '../../../src/domain/scope'
import { isGoneMark, keyOf, type RowPage, type ScopeRange, type StoreReader } from '../store'
import type { GoneMark, RecordKey, StoredRecord } from '../stored'
import type { CompanyState } from './company-state'
import { traceIn } from './erase-records'

type AnyRow = StoredRecord | GoneMark

const isWanted = (row: AnyRow, range: ScopeRange, upTo: number, settledAfter: Instant): boolean => {
  if (row.scope !== range.scope || row.revision <= range.after || row.revision > upTo) return false
  if (isGoneMark(row)) return row.why === 'erased' || row.revision > range.base
  return row.revision > range.base || row.settledAt === null || row.settledAt > settledAfter
}

/** Reads of one state that nobody changes. */
export class MemoryReader implements StoreReader {
  constructor(protected state: CompanyState) {}

  currentVersion() {
    const { version, marks } = this.state
    return Promise.resolve({ version, mark: marks.get(version) ?? '' })
  }

  marksOf(versions: readonly number[]) {
    const found = new Map<number, string>()
    for (const version of versions) {
      const mark = this.state.marks.get(version)
      if (mark !== undefined) found.set(version, mark)
    }
    return Promise.resolve(found)
  }

  rowsOf(
    ranges: readonly ScopeRange[],
    upTo: number,
    want: number,
    settledAfter: Instant,
  ): Promise<RowPage> {
    const rows = [...this.state.records.values(), ...this.state.gone]
      .filter((row) => ranges.some((range) => isWanted(row, range, upTo, settledAfter)))
      .sort((a, b) => a.revision - b.revision)
    const boundary = rows[want - 1]?.revision ?? upTo
    const page = rows.filter((row) => row.revision <= boundary)
    return Promise.resolve({ rows: page, upTo: page.length === rows.length ? upTo : boundary })
  }

  history(about: RecordId, before: number, scopes: readonly Scope[], want: number) {
    const found = [...this.state.records.values()]
      .filter((row) => row.about.includes(about) && row.revision < before)
      .filter((row) => scopes.includes(row.scope))
      .sort((a, b) => b.revision - a.revision)
    const least = found[want - 1]?.revision ?? 0
    const rows = found.filter((row) => row.revision >= least)
    return Promise.resolve({ rows, more: rows.length < found.length })
  }

  periodsOf(staff: StaffId) {
    return Promise.resolve(this.state.periods.filter((period) => period.staff === staff))
  }

  missingPhotos(hashes: readonly string[]) {
    return Promise.resolve(new Set(hashes.filter((sha256) => !this.state.photos.has(sha256))))
  }

  photosAwaited(device: DeviceId, limit: number) {
    const named = this.state.photoNames
      .filter((name) => name.device === device)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
    const hashes = [...new Set(named.map(({ sha256 }) => sha256))]
    return Promise.resolve(
      hashes.filter((sha256) => !this.state.photos.has(sha256)).slice(0, limit),
    )
  }

  namersOf(sha256: string) {
    return Promise.resolve(this.state.photoNames.filter((name) => name.sha256 === sha256))
  }

  vouchersOf(sha256: string) {
    return Promise.resolve(this.state.vouchers.filter((voucher) => voucher.sha256 === sha256))
  }

  record(key: RecordKey) {
    return Promise.resolve(this.state.records.get(keyOf(key)) ?? null)
  }

  erasures() {
    return Promise.resolve([...this.state.erasures.values()].sort((a, b) => b.at - a.at))
  }

  erasedOf(keys: readonly RecordKey[]) {
    const names = keys.map(keyOf).filter((name) => this.state.erasures.has(name))
    return Promise.resolve(new Set(names))
  }

  traceOf(key: RecordKey) {
    return Promise.resolve(traceIn(this.state, key))
  }

  devices() {
    return Promise.resolve([...this.state.devices.values()])
  }

  isRevoked(device: DeviceId) {
    return Promise.resolve((this.state.devices.get(device)?.revokedAt ?? null) !== null)
  }

  backedUpTo() {
    return Promise.resolve(this.state.backedUpTo)
  }
}
