import { facilitySchema, type Facility, type FacilityState } from '../facility'
import { mergeParts } from '../part-edit'
import { applied, malformed, noted, type ActContext, type RecordKind } from '../record-kind'
import { communityScope } from '../scope'
import { changeServed, isUpright, MOST_SERVED } from '../serve/served'
import { entryOf, isInThread } from '../thread'
import { facilityActs, type FacilityAct, type FacilityActOf, type TurnAct } from './act'
import { maintainedNext } from './due'
import { isStanding } from './state'

const STATE_OF = {
  breakDown: 'down',
  takeOut: 'outOfService',
  putToUse: 'inUse',
  scrap: 'scrapped',
} as const satisfies Record<TurnAct['act'], FacilityState>

const install = ({ facility }: FacilityActOf<'install'>, { record }: ActContext) =>
  facility.id === record
    ? applied<Facility>({
        ...{ ...facility, stamps: {}, kept: [], settled: [], states: [] },
        ...{ maintainedOn: null, token: null, withdrawn: [] },
      })
    : malformed

/** [FA6] Each part by itself. */
const amend = (facility: Facility, { fields }: FacilityActOf<'amend'>, context: ActContext) => {
  const edits = Object.entries(fields).flatMap(([part, edit]) =>
    edit ? [{ part, held: facility[part as keyof typeof fields], ...edit }] : [],
  )
  const { standing, merged, isLost } = mergeParts(facility, edits, context)
  const record = { ...facility, ...standing, ...merged } as Facility
  return isLost ? noted(record, 'field-lost') : applied(record)
}

/** [FA21] What two people add both stands. */
const serve = (facility: Facility, { add, drop }: FacilityActOf<'serve'>) => {
  const isItself = add.some((each) => each.kind === 'facility' && each.facility === facility.id)
  if (isItself || !add.every(isUpright)) return malformed
  const serves = changeServed(facility.serves ?? [], add, drop)
  return serves.length > MOST_SERVED ? malformed : applied<Facility>({ ...facility, serves })
}

/** [FA8] Who acts on what no longer is so is kept with what they meant, and changes nothing. */
const turn = (facility: Facility, { act, from, why, since }: TurnAct, context: ActContext) => {
  const isLate = facility.state !== from || from === STATE_OF[act]
  const entry = {
    ...{ ...entryOf(context), was: facility.state, state: STATE_OF[act], why, since },
    ...{ isLate, undone: null },
  }
  const states = [...facility.states, entry]
  return isLate
    ? noted<Facility>({ ...facility, states }, 'came-too-late')
    : applied<Facility>({ ...facility, states, state: entry.state })
}

/** [FA8] Only while nothing came after it. */
const undo = (facility: Facility, { change }: FacilityActOf<'undo'>, context: ActContext) => {
  const last = facility.states.filter(isStanding).at(-1)
  if (last?.change !== change) return noted(facility, 'came-too-late')
  const undone = entryOf(context)
  const states = facility.states.map((each) => (each === last ? { ...last, undone } : each))
  return applied<Facility>({ ...facility, states, state: last.was })
}

/** [FA10] The next moves with it; what was done earlier than the last moves nothing. */
const maintain = (facility: Facility, { on }: FacilityActOf<'maintain'>, context: ActContext) => {
  const { maintainedOn, maintenance, nextMaintenanceOn, stamps } = facility
  if (maintainedOn && on <= maintainedOn) return noted(facility, 'already-recorded')
  return applied<Facility>({
    ...{ ...facility, maintainedOn: on },
    nextMaintenanceOn: maintenance ? maintainedNext(maintenance, on) : nextMaintenanceOn,
    stamps: { ...stamps, nextMaintenanceOn: entryOf(context) },
  })
}

/** [FA12] Of two who labelled it at the same time the first stands; the other leads to it none the less. */
const giveToken = (
  facility: Facility,
  { token }: FacilityActOf<'giveToken'>,
  context: ActContext,
) => {
  const { withdrawn, stamps } = facility
  if (!facility.token)
    return applied<Facility>({
      ...{ ...facility, token, stamps: { ...stamps, token: entryOf(context) } },
    })
  const isKnown = token === facility.token || withdrawn.some((each) => each.token === token)
  const other = isKnown ? [] : [{ ...entryOf(context), token, reason: null }]
  return noted<Facility>({ ...facility, withdrawn: [...withdrawn, ...other] }, 'already-recorded')
}

/** [FA12] The old label is remembered, so that whoever scans it hears that it no longer counts. */
const replaceToken = (
  facility: Facility,
  { token, reason }: FacilityActOf<'replaceToken'>,
  context: ActContext,
) => {
  const { withdrawn, token: old } = facility
  if (!old || token === old || withdrawn.some((each) => each.token === token))
    return noted(facility, 'already-recorded')
  const last = { ...entryOf(context), token: old, reason }
  return applied<Facility>({ ...facility, token, withdrawn: [...withdrawn, last] })
}

const act = (facility: Facility, deed: FacilityAct, context: ActContext) => {
  switch (deed.act) {
    case 'install':
      return applied(facility)
    case 'amend':
      return amend(facility, deed, context)
    case 'serve':
      return serve(facility, deed)
    case 'settle': {
      const settled = { ...entryOf(context), of: deed.of, part: deed.part }
      return applied<Facility>({ ...facility, settled: [...facility.settled, settled] })
    }
    case 'breakDown':
    case 'takeOut':
    case 'putToUse':
    case 'scrap':
      return turn(facility, deed, context)
    case 'undo':
      return undo(facility, deed, context)
    case 'maintain':
      return maintain(facility, deed, context)
    case 'giveToken':
      return giveToken(facility, deed, context)
    case 'replaceToken':
      return replaceToken(facility, deed, context)
  }
}

/** By which acts it is as it is. */
const threadOf = (facility: Facility) => [
  ...[...Object.values(facility.stamps), ...facility.kept, ...facility.settled],
  ...[...facility.states, ...facility.states.flatMap(({ undone }) => undone ?? [])],
  ...facility.withdrawn,
]

export const facilityKind: RecordKind<Facility, FacilityAct> = {
  kind: 'Facility',
  record: facilitySchema,
  acts: facilityActs,
  creates: ['install'],
  apply: (facility, deed, context) => {
    if (!facility) return deed.act === 'install' ? install(deed, context) : malformed
    return isInThread(threadOf(facility), context)
      ? applied(facility)
      : act(facility, deed, context)
  },
  scopeOf: ({ community }) => communityScope(community),
  settledAt: () => null,
  about: ({ place }) => [place],
  photosOf: ({ photos, certificate }) => [...photos, ...(certificate?.photos ?? [])],
}
