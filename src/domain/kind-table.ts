import { callerKind } from './caller'
import { checkpointKind } from './checkpoint'
import { checkpointVisitKind } from './checkpoint-visit'
import { clauseKind } from './clause'
import { communityKind } from './community'
import { facilityKind } from './facility/apply'
import { formKind } from './form/form'
import { handoverKind } from './handover/apply'
import { interruptionKind } from './interruption/apply'
import { interruptionReachKind } from './interruption/reach'
import { ownerLetterKind } from './letter/letter'
import { ownerNoticeKind } from './notice/notice'
import { maintenanceKind } from './maintenance'
import { ownerFileKind } from './owner/apply'
import { patrolPlanKind } from './patrol-plan'
import { placeKind } from './place'
import { ownerPromiseKind } from './promise/apply'
import { repairNoteKind } from './repair/repair-note'
import { dutyRosterKind } from './roster/duty-roster'
import { roundKind } from './round-apply'
import { routeKind } from './route'
import { staffKind } from './staff'
import { ticketKind } from './ticket/apply'
import { weeklySheetKind } from './weekly-sheet/weekly-sheet'
import { ownerVisitKind } from './visit/owner-visit'
import { wrapUpKind } from './wrap-up/wrap-up'

/** Every kind of record there is. A new concept is one line here. */
export const KINDS = {
  Community: communityKind,
  Staff: staffKind,
  Place: placeKind,
  Facility: facilityKind,
  Maintenance: maintenanceKind,
  Form: formKind,
  Checkpoint: checkpointKind,
  Route: routeKind,
  PatrolPlan: patrolPlanKind,
  Round: roundKind,
  CheckpointVisit: checkpointVisitKind,
  Ticket: ticketKind,
  Caller: callerKind,
  OwnerPromise: ownerPromiseKind,
  OwnerVisit: ownerVisitKind,
  RepairNote: repairNoteKind,
  OwnerLetter: ownerLetterKind,
  WrapUp: wrapUpKind,
  ShiftHandover: handoverKind,
  WeeklySheet: weeklySheetKind,
  Clause: clauseKind,
  OwnerFile: ownerFileKind,
  OwnerNotice: ownerNoticeKind,
  DutyRoster: dutyRosterKind,
  ServiceInterruption: interruptionKind,
  InterruptionReach: interruptionReachKind,
} as const

export type KindName = keyof typeof KINDS

export const KIND_NAMES = Object.keys(KINDS) as readonly KindName[]

export const isKindName = (name: string): name is KindName => Object.hasOwn(KINDS, name)

type Applied<Name extends KindName> = ReturnType<(typeof KINDS)[Name]['apply']>

/** The record of a kind: `RecordOf<'Ticket'>` is `Ticket`. */
export type RecordOf<Name extends KindName> = Extract<
  Applied<Name>,
  { outcome: 'applied' }
>['record']

/** An act of a kind: `ActOf<'Ticket'>` is `TicketAct`. */
export type ActOf<Name extends KindName> = Parameters<(typeof KINDS)[Name]['apply']>[1]

export type AnyRecord = RecordOf<KindName>
export type AnyAct = ActOf<KindName>
