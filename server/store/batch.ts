import type { ChangeId } from '../../src/domain/id'
import type { Instant } from '../../src/domain/instant'
import type {
  Erasure,
  ErasureTrace,
  GoneMark,
  LoggedChange,
  ParkedChange,
  PhotoName,
  PhotoVoucher,
  RecordKey,
  StoredRecord,
} from './stored'

/** What one call writes, all under one version. */
export interface Batch {
  readonly mark: string
  readonly at: Instant
  readonly records: readonly Omit<StoredRecord, 'revision'>[]
  readonly gone: readonly Omit<GoneMark, 'revision'>[]
  /** Logged under the version the batch gets, in this order. */
  readonly changes: (version: number) => readonly LoggedChange[]
  readonly parked: readonly ParkedChange[]
  readonly unparked: readonly ChangeId[]
  /** What this batch believes is not there; if it is by now, the call begins again. */
  readonly absent: readonly RecordKey[]
  /** Records it brings into being, and the parked changes it knows to wait on for them still. */
  readonly created: readonly RecordKey[]
  readonly stillParked: readonly ChangeId[]
  readonly photos: readonly PhotoName[]
  readonly vouchers: readonly PhotoVoucher[]
  /** All who name a photo, as far as the batch knows; if there are more by now, it begins again. */
  readonly namers: { readonly sha256: string; readonly keys: readonly RecordKey[] } | null
  /** Records whose content goes for ever, out of the log too. */
  readonly erased: readonly (Erasure & ErasureTrace)[]
}

/** A batch that writes nothing yet. */
export const emptyBatch = (mark: string, at: Instant): Batch => ({
  ...{ mark, at, records: [], gone: [], changes: () => [], parked: [], unparked: [] },
  ...{
    absent: [],
    created: [],
    stillParked: [],
    photos: [],
    vouchers: [],
    namers: null,
    erased: [],
  },
})
