import * as v from 'valibot'
import {
  groupIdSchema,
  recordIdSchema,
  type ChangeId,
  type DeviceId,
  type GroupId,
  type ImportId,
  type StaffId,
} from '../../src/domain/id'
import type { Instant } from '../../src/domain/instant'
import { isKindName, type AnyAct, type KindName } from '../../src/domain/kind-table'
import { readAct } from '../../src/protocol/apply-change'
import { changeSchema, withdrawnChangeSchema, type Change } from '../../src/protocol/change'
import { effectiveAt, TRUSTED_OFFSET } from '../../src/protocol/effective-at'
import type { Mark, Refusal } from '../../src/protocol/outcome'
import { isStorable } from '../../src/protocol/storable'
import { upcastAct } from '../../src/protocol/upcast'
import { LIMITS, SCHEMA } from '../../src/protocol/version'
import type { DeviceState, RecordKey } from '../store/stored'
import { CallFailed } from './failure'

interface Head {
  readonly id: ChangeId
  readonly seq: number
  readonly device: DeviceId
  readonly group: GroupId | null
}

/** A change that could be read, with the instant it counts from. */
export interface ReadableChange extends Head {
  readonly readable: true
  readonly by: StaffId
  readonly key: RecordKey
  readonly act: AnyAct
  readonly creates: boolean
  readonly at: Instant
  readonly clockOffset: number | null
  readonly effectiveAt: Instant
  readonly receivedAt: Instant
  readonly marks: readonly Mark[]
  readonly importedBy: StaffId | null
  readonly importId?: ImportId
  /** It came by no file and is no news: the demonstration's past. */
  readonly isPast?: true
}

/** One that could not, and why; or one that stands in for another. */
export interface UnreadableChange extends Head {
  readonly readable: false
  readonly because: Refusal | 'withdrawn'
  readonly raw: unknown
}

export type IncomingChange = ReadableChange | UnreadableChange

export interface Arrival {
  readonly device: Pick<DeviceState, 'device' | 'registeredAt' | 'revokedAt'>
  readonly receivedAt: Instant
  readonly importedBy: StaffId | null
  readonly isPast?: true
}

const marksOf = (change: Change, at: Instant, arrival: Arrival): Mark[] => {
  const marks: Mark[] = []
  if (Math.abs(change.clockOffset ?? 0) > TRUSTED_OFFSET) marks.push('clock-offset')
  if (at < arrival.device.registeredAt) marks.push('before-registration')
  // [DV3] Whatever time it names: nobody knows in whose hands it was.
  if (arrival.device.revokedAt !== null) marks.push('after-revocation')
  return marks
}

const readable = (change: Change, arrival: Arrival): IncomingChange => {
  const head = {
    id: change.id,
    seq: change.seq,
    device: arrival.device.device,
    group: change.group ?? null,
  }
  // A newer app speaks of things this server does not know: the call waits for the server's update.
  if (change.schema > SCHEMA) throw new CallFailed({ kind: 'server-behind' })
  const read = readAct(change.kind, upcastAct(change.kind, change.schema, change.act))
  if (!read.ok) return { ...head, readable: false, because: read.why, raw: change }
  const at = effectiveAt(change.at, change.clockOffset, arrival.receivedAt)
  return {
    ...head,
    readable: true,
    by: change.by,
    key: { kind: read.kind satisfies KindName, id: change.record },
    act: read.act,
    creates: read.creates,
    at: change.at,
    clockOffset: change.clockOffset,
    effectiveAt: at,
    receivedAt: arrival.receivedAt,
    marks: marksOf(change, at, arrival),
    importedBy: arrival.importedBy,
    ...(arrival.isPast ? { isPast: true as const } : {}),
    ...(change.importId === undefined ? {} : { importId: change.importId }),
  }
}

/** Its size in bytes; null when it cannot be kept: nested too deeply, or text no database takes. */
const sizeOf = (raw: object): number | null => {
  try {
    const json = JSON.stringify(raw)
    return isStorable(json) ? Buffer.byteLength(json) : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** A bad change still belongs to its group: the siblings fall with it. */
const groupOf = (raw: object): GroupId | null => {
  const group = v.safeParse(groupIdSchema, 'group' in raw ? raw.group : null)
  return group.success ? group.output : null
}

/** [SY4] Only an unreadable envelope fails the call; a bad change is an outcome of its own. */
export const readIncoming = (
  raw: { readonly id: ChangeId; readonly seq: number },
  arrival: Arrival,
): IncomingChange => {
  const head = { id: raw.id, seq: raw.seq, device: arrival.device.device }
  const bytes = sizeOf(raw)
  const refuse = (because: Refusal | 'withdrawn'): IncomingChange => ({
    ...head,
    group: because === 'withdrawn' ? null : groupOf(raw),
    readable: false,
    because,
    raw: because === 'too-large' || bytes === null ? null : raw,
  })
  if (v.is(withdrawnChangeSchema, raw)) return refuse('withdrawn')
  if (bytes === null) return refuse('malformed')
  if (bytes > LIMITS.changeBytes) return refuse('too-large')
  const change = v.safeParse(changeSchema, raw)
  return change.success ? readable(change.output, arrival) : refuse('malformed')
}

/** The record a change speaks of, as far as that can be read. */
export const recordNamed = (raw: object): RecordKey[] => {
  const kind = 'kind' in raw && typeof raw.kind === 'string' ? raw.kind : ''
  const id = 'record' in raw ? raw.record : null
  return isKindName(kind) && v.is(recordIdSchema, id) ? [{ kind, id }] : []
}
