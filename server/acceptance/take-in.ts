import type { ChangeId, NameId } from '../../src/domain/id'
import type { Instant } from '../../src/domain/instant'
import type { Outcome } from '../../src/protocol/outcome'
import { keyOf, type StoreWriter } from '../store/store'
import type { RecordKey } from '../store/stored'
import type { IncomingChange, ReadableChange } from './incoming'
import type { ApplyAct, Rights } from './judge'
import { batchOf } from './publish'
import { settleParked } from './settle-parked'
import { takeChanges } from './take-changes'
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

/** [SY5] Takes in changes nobody answered yet: lock, judge, publish. Their outcomes by id. */
export const takeIn = async (call: TakeIn): Promise<ReadonlyMap<ChangeId, Outcome>> => {
  const { writer, changes, receivedAt, mark } = call
  if (changes.length === 0) return new Map()
  const keys = uniqueKeys(changes)
  const set = new WorkingSet(keys, await writer.lockRecords(keys))
  set.erase(await writer.erasedOf(keys.filter((key) => set.get(key).before === null)))
  const first = takeChanges(changes, set, call)
  const { taken, unparked } = await settleParked({ ...call, set }, first)
  const batch = batchOf({ set, taken, unparked, receivedAt, mark })
  const version = await writer.publish(batch)
  const outcomes = new Map<ChangeId, Outcome>()
  for (const { change, settled } of taken)
    if (settled.outcome === 'parked') outcomes.set(change.id, { id: change.id, outcome: 'parked' })
  for (const { id, outcome } of batch.changes(version)) outcomes.set(id, outcome)
  return outcomes
}
