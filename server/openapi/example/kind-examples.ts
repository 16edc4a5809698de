import { v5 } from 'uuid'
import type { ChangeId } from '../../../src/domain/id'
import { MINUTE } from '../../../src/domain/instant'
import type { AnyRecord, KindName } from '../../../src/domain/kind-table'
import { applyChange } from '../../../src/protocol/apply-change'
import { clauseExample } from './clause'
import { communityExample, facilityExample, placeExample, staffExample } from './estate'
import { dutyRosterExample } from './duty-roster'
import { shiftHandoverExample, weeklySheetExample, wrapUpExample } from './day-end'
import { interruptionExample, interruptionReachExample } from './interruption'
import type { KindExamples } from './kind-example'
import { NINE, STAFF } from './names'
import { maintenanceExample } from './maintenance'
import { ownerFileExample } from './owner-file'
import { ownerLetterExample } from './owner-letter'
import * as patrol from './patrol'
import { ownerPromiseExample } from './promise'
import { ownerNoticeExample } from './owner-notice'
import { ownerVisitExample } from './owner-visit'
import { repairNoteExample } from './repair-note'
import { callerExample, ticketExample } from './ticket'

export const KIND_EXAMPLES: KindExamples = {
  Community: communityExample,
  Staff: staffExample,
  Place: placeExample,
  Facility: facilityExample,
  Maintenance: maintenanceExample,
  Form: patrol.formExample,
  Checkpoint: patrol.checkpointExample,
  Route: patrol.routeExample,
  PatrolPlan: patrol.patrolPlanExample,
  Round: patrol.roundExample,
  CheckpointVisit: patrol.checkpointVisitExample,
  Ticket: ticketExample,
  Caller: callerExample,
  OwnerPromise: ownerPromiseExample,
  OwnerVisit: ownerVisitExample,
  OwnerNotice: ownerNoticeExample,
  RepairNote: repairNoteExample,
  OwnerLetter: ownerLetterExample,
  WrapUp: wrapUpExample,
  ShiftHandover: shiftHandoverExample,
  WeeklySheet: weeklySheetExample,
  Clause: clauseExample,
  OwnerFile: ownerFileExample,
  DutyRoster: dutyRosterExample,
  ServiceInterruption: interruptionExample,
  InterruptionReach: interruptionReachExample,
}

const nameId = (space: string, name: string) => v5(name, space)

const changeOf = (kind: KindName, step: number) =>
  v5(`${kind} ${step}`, KIND_EXAMPLES[kind].record) as ChangeId

/** The record after the first `steps` of its story; throws when a step is not applied. */
export const recordAfter = (
  kind: KindName,
  steps = KIND_EXAMPLES[kind].story.length,
): AnyRecord | null => {
  const { record: id, acts, story } = KIND_EXAMPLES[kind]
  let record: AnyRecord | null = null
  for (const [step, name] of story.slice(0, steps).entries()) {
    const act = (acts as Readonly<Record<string, Parameters<typeof applyChange>[1]['act']>>)[name]
    if (!act) throw new Error(`No example of ${kind}.${name}`)
    const change = { id: changeOf(kind, step), by: STAFF, kind, record: id, act }
    const done = applyChange(record, change, NINE + step * MINUTE, nameId)
    if (done.outcome !== 'applied') throw new Error(`${kind}.${name} was ${done.outcome}`)
    record = done.record
  }
  return record
}
