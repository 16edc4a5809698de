import { ROLES } from '../../src/domain/role'
import type { StaffId } from '../../src/domain/id'
import { readAct } from '../../src/protocol/apply-change'
import { upcastAct } from '../../src/protocol/upcast'
import { keyOf } from '../store/store'
import type { ParkedChange, RecordKey } from '../store/stored'
import type { Waiting } from './ground'
import type { IncomingChange } from './incoming'
import type { Rights } from './judge'
import { takeChanges, type Taken, type TakingRules } from './take-changes'
import type { WorkingSet } from './working-set'

export interface SettleParked extends TakingRules {
  readonly writer: Waiting
  readonly set: WorkingSet
}

export interface AfterParked {
  /** The call's own changes; what was parked may have found its record further on in the call. */
  readonly taken: readonly Taken[]
  /** Changes parked before, settled now or waiting on. */
  readonly unparked: readonly Taken[]
}

const asIncoming = (parked: ParkedChange): IncomingChange => {
  const read = readAct(parked.key.kind, upcastAct(parked.key.kind, parked.schema, parked.act))
  if (!read.ok) return { ...parked, readable: false, because: read.why, raw: parked.act }
  return { ...parked, readable: true, act: read.act, creates: read.creates }
}

const isParked = ({ settled }: Taken) => settled.outcome === 'parked'

/** Of the call's own parked changes, those whose record is here by now, with their groups. */
const foundLater = (taken: readonly Taken[], set: WorkingSet): readonly IncomingChange[] => {
  const parked = taken.filter(isParked).map(({ change }) => change)
  const isHere = (change: IncomingChange) => change.readable && set.get(change.key).body !== null
  const here = parked.filter(isHere)
  const groups = new Set(here.map(({ group }) => group))
  return parked.filter(
    (change) => here.includes(change) || (change.group !== null && groups.has(change.group)),
  )
}

const holdOthers = async ({ set, writer }: SettleParked, parked: readonly ParkedChange[]) => {
  const others = new Map<string, RecordKey>()
  for (const { key } of parked)
    if (set.get(key).body === null && !set.isErased(key)) others.set(keyOf(key), key)
  for (const record of await writer.lockRecords([...others.values()]))
    set.hold({ kind: record.kind, id: record.id }, record)
  set.erase(await writer.erasedOf([...others.values()]))
}

const addAuthors = async (
  call: SettleParked,
  parked: readonly ParkedChange[],
  authors: Map<StaffId, Rights>,
) => {
  for (const { by } of parked)
    if (!authors.has(by))
      // Whether the role may was asked when it was parked; roles may have changed since.
      authors.set(by, {
        staff: by,
        roles: ROLES,
        pastRoles: ROLES,
        periods: await call.writer.periodsOf(by),
      })
}

/**
 * [SY7] What waited for a record that this call brings, or erases, is settled in the order it was
 * received. A group let go may bring records of its own, so it ends when nothing more has come.
 */
export const settleParked = async (
  call: SettleParked,
  taken: readonly Taken[],
  erased: readonly RecordKey[] = [],
): Promise<AfterParked> => {
  const { set, writer } = call
  const authors = new Map<StaffId, Rights>()
  const unparked = new Map<string, Taken>()
  let own = taken
  const settledNow = () => [...set.created(), ...erased]
  for (let known = 0, here = settledNow(); here.length > known; here = settledNow()) {
    known = here.length
    const waiting = (await writer.parkedFor(here)).filter(({ id }) => {
      const earlier = unparked.get(id)
      return !earlier || isParked(earlier)
    })
    await holdOthers(call, waiting)
    await addAuthors(call, waiting, authors)
    const later = new Map(
      takeChanges(foundLater(own, set), set, call).map((each) => [each.change.id, each]),
    )
    own = own.map((each) => later.get(each.change.id) ?? each)
    const rightsOf: TakingRules['rightsOf'] = (change) =>
      authors.get(change.by) ?? call.rightsOf(change)
    for (const each of takeChanges(waiting.map(asIncoming), set, { ...call, rightsOf }))
      unparked.set(each.change.id, each)
  }
  return { taken: own, unparked: [...unparked.values()] }
}
