import type { ChangeId, DeviceId, GroupId, ImportId, RecordId, StaffId } from '../../src/domain/id'
import type { Instant } from '../../src/domain/instant'
import type { AnyAct, AnyRecord, KindName } from '../../src/domain/kind-table'
import type { Scope } from '../../src/domain/scope'
import type { Mark, Outcome } from '../../src/protocol/outcome'

export interface RecordKey {
  readonly kind: KindName
  readonly id: RecordId
}

/** A record as the server holds it. */
export interface StoredRecord extends RecordKey {
  readonly scope: Scope
  readonly revision: number
  readonly schema: number
  readonly body: AnyRecord
  readonly settledAt: Instant | null
  readonly about: readonly RecordId[]
  readonly marked: readonly Marked[]
}

/** [SY30] An act inside a record that is worth a second look: why, and who brought it in for its author. */
export interface Marked {
  readonly change: ChangeId
  readonly marks: readonly Mark[]
  readonly importedBy?: StaffId
}

/** The mark a record leaves in a scope it went out of. */
export interface GoneMark extends RecordKey {
  readonly scope: Scope
  readonly revision: number
  readonly why: 'moved' | 'erased'
  readonly at: Instant
}

/** Why an administrator erased: a choice, so that no line of it can hold personal data. */
export const ERASURE_REASONS = ['asked', 'not-needed', 'mistaken'] as const
export type ErasureReason = (typeof ERASURE_REASONS)[number]

/** That a record was erased for ever; nothing of what it said. */
export interface Erasure extends RecordKey {
  readonly at: Instant
  readonly by: StaffId
  readonly reason: ErasureReason
}

/** What has to go with it: the scopes that were told of it, the photos only it named. */
export interface ErasureTrace {
  readonly scopes: readonly Scope[]
  readonly photos: readonly string[]
}

/** A change as it was taken in, kept for ever with its outcome. */
export interface LoggedChange {
  readonly id: ChangeId
  readonly device: DeviceId
  readonly seq: number
  readonly group: GroupId | null
  readonly by: StaffId | null
  readonly key: RecordKey | null
  /** Of the act as it stands here; older ones are upcast when they are read. */
  readonly schema: number
  /** Null once it was erased. */
  readonly act: unknown
  readonly at: Instant
  readonly clockOffset: number | null
  readonly receivedAt: Instant
  readonly importedBy: StaffId | null
  readonly importId: ImportId | null
  readonly outcome: Outcome
}

/** A change whose record is not here yet. */
export interface ParkedChange {
  readonly id: ChangeId
  readonly key: RecordKey
  readonly group: GroupId | null
  readonly device: DeviceId
  readonly seq: number
  readonly by: StaffId
  readonly schema: number
  readonly act: AnyAct
  readonly at: Instant
  readonly clockOffset: number | null
  readonly effectiveAt: Instant
  readonly receivedAt: Instant
  readonly marks: readonly Mark[]
  readonly importedBy: StaffId | null
  readonly importId?: ImportId
}

export interface DeviceState {
  readonly device: DeviceId
  readonly staff: StaffId
  readonly lastSeq: number
  readonly registeredAt: Instant
  readonly heardAt: Instant
  readonly app: string
  readonly schema: number
  readonly waiting: {
    readonly changes: number
    readonly photos: number
    readonly oldestAt: Instant | null
  }
  /** What its browser calls itself; empty until a session of it was heard. */
  readonly name: string
  /** [DV3] It only sends what it holds, and is given nothing. */
  readonly revokedAt: Instant | null
}

/** When somebody held a scope. */
export interface ScopePeriod {
  readonly staff: StaffId
  readonly scope: Scope
  readonly grantedAt: Instant
  readonly takenAt: Instant | null
}

/** Which record names which photo, and whose device said so. */
export interface PhotoName extends RecordKey {
  readonly sha256: string
  readonly device: DeviceId
  readonly staff: StaffId
}

/** [WI10] Who brought in for somebody what names a photo of a record, which need not be here yet. */
export interface PhotoVoucher extends RecordKey {
  readonly sha256: string
  readonly staff: StaffId
}
