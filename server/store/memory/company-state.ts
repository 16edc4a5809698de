import type { ChangeId, DeviceId } from '../../../src/domain/id'
import type { VerifiedPhoto } from '../store'
import type {
  DeviceState,
  Erasure,
  GoneMark,
  LoggedChange,
  ParkedChange,
  PhotoName,
  PhotoVoucher,
  ScopePeriod,
  StoredRecord,
} from '../stored'

/** Everything the memory store holds of one company; replaced whole at commit. */
export interface CompanyState {
  readonly version: number
  readonly marks: ReadonlyMap<number, string>
  readonly records: ReadonlyMap<string, StoredRecord>
  readonly gone: readonly GoneMark[]
  readonly log: ReadonlyMap<ChangeId, LoggedChange>
  readonly parked: ReadonlyMap<ChangeId, ParkedChange>
  readonly devices: ReadonlyMap<DeviceId, DeviceState>
  readonly periods: readonly ScopePeriod[]
  readonly photoNames: readonly PhotoName[]
  readonly vouchers: readonly PhotoVoucher[]
  readonly photos: ReadonlyMap<string, VerifiedPhoto>
  readonly backedUpTo: number
  readonly erasures: ReadonlyMap<string, Erasure>
}

export const emptyState: CompanyState = {
  version: 0,
  marks: new Map(),
  records: new Map(),
  gone: [],
  log: new Map(),
  parked: new Map(),
  devices: new Map(),
  periods: [],
  photoNames: [],
  vouchers: [],
  photos: new Map(),
  backedUpTo: 0,
  erasures: new Map(),
}
