import { ROLES } from '../../src/domain/role'
import type { ChangeId, StaffId } from '../../src/domain/id'
import { readAct } from '../../src/protocol/apply-change'
import { upcastAct } from '../../src/protocol/upcast'
import { LIMITS } from '../../src/protocol/version'
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
  /** Set when this version is full: the records whose waiting changes the next one goes on with. */
  readonly further: readonly RecordKey[] | null
  /** What waits for them, as far as it was not looked at. */
  readonly left: readonly ChangeId[]
}

/**
 * Each record may leave a mark in the scope it goes out of, so a version has room for half as many;
 * the last group to fit may be as large as groups are.
 */
const MOST_RECORDS = LIMITS.rowsPerVersion / 2 - LIMITS.changesPerGroup

/** As many of them, in their order and groups whole, as may write so many records; at least one group. */
const thatFit = (waiting: readonly ParkedChange[], room: number): readonly ParkedChange[] => {
  let end = 0
  while (end < waiting.length) {
    const group = waiting[end]?.group ?? null
    let after = end + 1
    while (group !== null && waiting[after]?.group === group) after += 1
    if (end > 0 && after > room) break
    end = after
  }
  return waiting.slice(0, end)
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
 * [SY7] What waited for a record that this call brings, or that is `here` or erased, is settled in the
 * order it was received. A group let go may bring records of its own, so it ends when nothing more has
 * come, or when the version is full.
 */
export const settleParked = async (
  call: SettleParked,
  taken: readonly Taken[],
  here: readonly RecordKey[] = [],
): Promise<AfterParked> => {
  const { set, writer } = call
  const authors = new Map<StaffId, Rights>()
  const unparked = new Map<string, Taken>()
  let own = taken
  let isFull = false
  const settledNow = () => [...set.created(), ...here]
  for (let known = 0, now = settledNow(); now.length > known && !isFull; now = settledNow()) {
    known = now.length
    const waiting = (await writer.parkedFor(now)).filter(({ id }) => {
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
    for (let rest = waiting; rest.length > 0 && !isFull;) {
      const fitting = thatFit(rest, MOST_RECORDS - set.changed().length)
      for (const each of takeChanges(fitting.map(asIncoming), set, { ...call, rightsOf }))
        unparked.set(each.change.id, each)
      rest = rest.slice(fitting.length)
      isFull = set.changed().length >= MOST_RECORDS
    }
  }
  const settled = { taken: own, unparked: [...unparked.values()] }
  if (!isFull) return { ...settled, further: null, left: [] }
  const further = settledNow()
  const left = (await writer.parkedFor(further)).filter(({ id }) => !unparked.has(id))
  return { ...settled, further, left: left.map(({ id }) => id) }
}
