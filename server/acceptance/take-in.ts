import type { ChangeId, NameId } from '../../src/domain/id'
import type { Instant } from '../../src/domain/instant'
import type { Outcome } from '../../src/protocol/outcome'
import type { Batch } from '../store/batch'
import type { CallNeeds } from '../store/call'
import { keyOf, type StoreWriter } from '../store/store'
import type { RecordKey } from '../store/stored'
import { Ground } from './ground'
import type { IncomingChange, ReadableChange } from './incoming'
import type { ApplyAct, Rights } from './judge'
import { batchOf } from './publish'
import { settleParked } from './settle-parked'
import { takeChanges } from './take-changes'

export interface TakeIn {
  readonly ground: Ground
  readonly changes: readonly IncomingChange[]
  readonly rightsOf: (change: ReadableChange) => Rights
  readonly apply: ApplyAct
  readonly nameId: NameId
  readonly receivedAt: Instant
  readonly mark: string
}

/** [SY5] Takes in changes nobody answered yet: judge, then publish. Their outcomes by id. */
export const takeIn = async (call: TakeIn): Promise<ReadonlyMap<ChangeId, Outcome>> => {
  const { ground, changes, receivedAt, mark } = call
  const outcomes = new Map<ChangeId, Outcome>()
  if (changes.length === 0) return outcomes
  const { set } = ground
  const first = takeChanges(changes, set, call)
  const { taken, unparked } = await settleParked({ ...call, set, writer: ground }, first)
  const batch: Batch = batchOf({ set, taken, unparked, receivedAt, mark })
  const version = ground.publish(batch)
  for (const { change, settled } of taken)
    if (settled.outcome === 'parked') outcomes.set(change.id, { id: change.id, outcome: 'parked' })
  for (const { id, outcome } of batch.changes(version)) outcomes.set(id, outcome)
  return outcomes
}

/** Reads and locks all that calls need, lets them be judged, and writes what they left. */
export const onGround = async <T>(
  writer: StoreWriter,
  needs: CallNeeds,
  work: (ground: Ground) => Promise<T>,
): Promise<T> => {
  const unique = [...new Map(needs.records.map((key) => [keyOf(key), key])).values()]
  const once: CallNeeds = {
    devices: [...new Set(needs.devices)],
    changes: [...new Set(needs.changes)],
    records: unique satisfies RecordKey[],
    staff: [...new Set(needs.staff)],
    versions: [...new Set(needs.versions)],
  }
  const ground = new Ground(writer, once, await writer.ground(once))
  const value = await work(ground)
  await writer.publishCalls(ground.writes)
  return value
}
