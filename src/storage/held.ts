import type { RecordId } from '../domain/id'
import type { AnyRecord, KindName, RecordOf } from '../domain/kind-table'
import type { Scope } from '../domain/scope'
import type { Marked } from '../protocol/row'
import { facilityIndex } from './facility-index'
import { ownerFileIndex } from './owner-file-index'
import { promiseIndex } from './promise-index'
import { ticketIndex } from './ticket-index'
import { visitIndex } from './visit-index'

/** A record as the phone shows it: the server's row with unsent acts on top. */
export interface Held<Thing = AnyRecord> {
  readonly id: RecordId
  readonly record: Thing
  /** Of the server's row beneath, wherever unsent acts move it; the record's own while there is none. */
  readonly scope: Scope
  /** Of the server's row beneath; 0 while the server has none. */
  readonly revision: number
  /** Which reading of its scope brought it; see `scopeEpochs` in meta. */
  readonly epoch: number
  readonly photosMissing: readonly string[]
  /** [SY30] Acts inside the row beneath that are worth a second look; absent where none is. */
  readonly marked?: readonly Marked[]
}

type Index = { readonly [field: string]: string | number | readonly string[] }

/** The fields its table is asked by, beside the record itself. */
export const indexOf = (kind: KindName, record: AnyRecord): Index => {
  switch (kind) {
    case 'Ticket':
      return ticketIndex(record as RecordOf<'Ticket'>)
    case 'CheckpointVisit': {
      const { round, checkpoint, visitedAt } = record as RecordOf<'CheckpointVisit'>
      return { round, checkpoint, visitedAt }
    }
    case 'Round': {
      const { day, plan, status } = record as RecordOf<'Round'>
      return { day, plan, status }
    }
    case 'Place': {
      const place = record as RecordOf<'Place'>
      return { kind: place.kind, ...(place.within ? { within: place.within } : {}) }
    }
    case 'Facility':
      return facilityIndex(record as RecordOf<'Facility'>)
    case 'Maintenance':
      return { facility: (record as RecordOf<'Maintenance'>).facility }
    case 'Checkpoint':
      return { token: (record as RecordOf<'Checkpoint'>).token }
    case 'Caller':
      return { ticket: (record as RecordOf<'Caller'>).ticket }
    case 'OwnerPromise':
      return promiseIndex(record as RecordOf<'OwnerPromise'>)
    case 'OwnerVisit':
      return visitIndex(record as RecordOf<'OwnerVisit'>)
    case 'RepairNote': {
      const { ticket, sheet } = record as RecordOf<'RepairNote'>
      return { ticket, ...(sheet.home ? { homeEndedAt: sheet.endedAt } : {}) }
    }
    case 'OwnerLetter':
      return { ticket: (record as RecordOf<'OwnerLetter'>).ticket }
    case 'WrapUp':
      return { day: (record as RecordOf<'WrapUp'>).day }
    case 'ShiftHandover':
      return { status: (record as RecordOf<'ShiftHandover'>).status }
    case 'OwnerFile':
      return ownerFileIndex(record as RecordOf<'OwnerFile'>)
    case 'DutyRoster':
      return { month: (record as RecordOf<'DutyRoster'>).month }
    case 'ServiceInterruption':
      return { status: (record as RecordOf<'ServiceInterruption'>).status }
    case 'InterruptionReach':
      return { interruption: (record as RecordOf<'InterruptionReach'>).interruption }
    case 'WeeklySheet':
      return { week: (record as RecordOf<'WeeklySheet'>).week }
    default:
      return {}
  }
}
