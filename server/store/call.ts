import type { ChangeId, DeviceId, StaffId } from '../../src/domain/id'
import type { Instant } from '../../src/domain/instant'
import type { Scope } from '../../src/domain/scope'
import type { Outcome } from '../../src/protocol/outcome'
import type { Batch } from './batch'
import type { DeviceState, GoneMark, ParkedChange, RecordKey } from './stored'
import type { ScopePeriod, StoredRecord } from './stored'

/** What calls that are taken together speak of. */
export interface CallNeeds {
  readonly devices: readonly DeviceId[]
  readonly changes: readonly ChangeId[]
  readonly records: readonly RecordKey[]
  readonly staff: readonly StaffId[]
  readonly versions: readonly number[]
}

/** What is known of it. Devices, records and, where there are changes, the counter are locked. */
export interface CallGround {
  readonly version: number
  readonly devices: readonly DeviceState[]
  readonly outcomes: ReadonlyMap<ChangeId, Outcome>
  readonly records: readonly StoredRecord[]
  /** The changes themselves, those of the records, and the siblings of their groups. */
  readonly parked: readonly ParkedChange[]
  /** As `keyOf` writes them. */
  readonly erased: ReadonlySet<string>
  readonly periods: readonly ScopePeriod[]
  readonly marks: ReadonlyMap<number, string>
}

/** What calls taken together write, each under a version of its own, in their order. */
export interface CallWrites {
  readonly batches: readonly { readonly version: number; readonly batch: Batch }[]
  readonly devices: readonly { readonly state: DeviceState; readonly isNew: boolean }[]
}

/** A device's pull. A scope without a base is read for the first time: it begins at the version now. */
export interface PageQuery {
  readonly ranges: readonly {
    readonly scope: Scope
    readonly after: number
    readonly base: number | null
  }[]
  readonly want: number
  readonly settledAfter: Instant
  readonly device: DeviceId
}

/** All that an answer is made of, from one snapshot. */
export interface Page {
  readonly version: number
  readonly mark: string
  readonly backedUpTo: number
  readonly rows: readonly (StoredRecord | GoneMark)[]
  /** Every version up to this one is in the page. */
  readonly upTo: number
  readonly awaited: readonly string[]
  readonly isRevoked: boolean
}
