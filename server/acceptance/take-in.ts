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
  readonly newMark: () => string
}

/**
 * [SY5] Takes in changes nobody answered yet: judge, then publish. Their outcomes by id. What waited for
 * them may be more than a version holds: then it goes into those after it.
 */
export const takeIn = async (call: TakeIn): Promise<ReadonlyMap<ChangeId, Outcome>> => {
  const { ground, changes, receivedAt } = call
  const outcomes = new Map<ChangeId, Outcome>()
  if (changes.length === 0) return outcomes
  const { set } = ground
  const settling = { ...call, set, writer: ground }
  let settled = await settleParked(settling, takeChanges(changes, set, call))
  for (const { change, settled: one } of settled.taken)
    if (one.outcome === 'parked') outcomes.set(change.id, { id: change.id, outcome: 'parked' })
  for (;;) {
    const batch: Batch = batchOf({ ...settled, set, receivedAt, mark: call.newMark() })
    const version = ground.publish(batch)
    for (const { id, outcome } of batch.changes(version)) outcomes.set(id, outcome)
    if (settled.further === null) return outcomes
    settled = await settleParked(settling, [], settled.further)
  }
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
