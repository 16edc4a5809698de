import type { ChangeId, NameId } from '../../src/domain/id'
import type { Instant } from '../../src/domain/instant'
import { ROLES } from '../../src/domain/role'
import type { Outcome } from '../../src/protocol/outcome'
import { keyOf, type ParkedChange, type RecordKey, type StoreWriter } from '../store/store'
import type { IncomingChange, ReadableChange } from './incoming'
import type { ApplyAct, Rights } from './judge'
import { batchOf } from './publish'
import { takeChanges, type Taken } from './take-changes'
import { WorkingSet } from './working-set'

export interface TakeIn {
  readonly writer: StoreWriter
  readonly changes: readonly IncomingChange[]
  readonly rightsOf: (change: ReadableChange) => Rights
  readonly apply: ApplyAct
  readonly nameId: NameId
  readonly receivedAt: Instant
  readonly mark: string
}

const uniqueKeys = (changes: readonly IncomingChange[]): RecordKey[] => [
  ...new Map(
    changes.flatMap((change) => (change.readable ? [[keyOf(change.key), change.key]] : [])),
  ).values(),
]

const asIncoming = (parked: ParkedChange): ReadableChange => ({
  ...parked,
  readable: true,
  creates: false,
})

/** What waited for a record that this call brought, settled in the order it was received. */
const settleParked = async (
  call: TakeIn,
  set: WorkingSet,
  taken: readonly Taken[],
): Promise<readonly Taken[]> => {
  const here = uniqueKeys(taken.map(({ change }) => change)).filter(
    (key) => set.get(key).before === null && set.get(key).body !== null,
  )
  if (here.length === 0) return []
  const parked = await call.writer.parkedFor(here)
  if (parked.length === 0) return []
  const others = parked.map(({ key }) => key).filter((key) => set.get(key).body === null)
  for (const record of await call.writer.lockRecords(others))
    set.hold({ kind: record.kind, id: record.id }, record)
  const authors = new Map<string, Rights>()
  for (const { by } of parked)
    if (!authors.has(by))
      // Whether the role may was asked when it was parked; roles may have changed since.
      authors.set(by, {
        staff: by,
        roles: ROLES,
        pastRoles: ROLES,
        periods: await call.writer.periodsOf(by),
      })
  return takeChanges(parked.map(asIncoming), set, {
    apply: call.apply,
    nameId: call.nameId,
    rightsOf: (change) => authors.get(change.by) ?? call.rightsOf(change),
  })
}

/** [SY5] Takes in changes nobody answered yet: lock, judge, publish. Their outcomes by id. */
export const takeIn = async (call: TakeIn): Promise<ReadonlyMap<ChangeId, Outcome>> => {
  const { writer, changes, receivedAt, mark } = call
  if (changes.length === 0) return new Map()
  const keys = uniqueKeys(changes)
  const set = new WorkingSet(keys, await writer.lockRecords(keys))
  const taken = takeChanges(changes, set, call)
  const unparked = await settleParked(call, set, taken)
  const batch = batchOf({ set, taken, unparked, receivedAt, mark })
  const version = await writer.publish(batch)
  const outcomes = new Map<ChangeId, Outcome>()
  for (const { change, settled } of taken)
    if (settled.outcome === 'parked') outcomes.set(change.id, { id: change.id, outcome: 'parked' })
  for (const { id, outcome } of batch.changes(version)) outcomes.set(id, outcome)
  return outcomes
}
