import type { ChangeId, DeviceId, StaffId } from '../../src/domain/id'
import type { Outcome } from '../../src/protocol/outcome'
import type { Batch } from '../store/batch'
import type { CallGround, CallNeeds, CallWrites } from '../store/call'
import { keyOf, type StoreWriter } from '../store/store'
import type { DeviceState, ParkedChange, RecordKey } from '../store/stored'
import { WorkingSet } from './working-set'

/** Where judging finds what was not read before. */
export type Waiting = Pick<StoreWriter, 'parkedFor' | 'lockRecords' | 'erasedOf' | 'periodsOf'>

/**
 * What calls taken together stand on: read once, and moved on in memory by each call for the next. What
 * lies further off, as a parked group that brings records of its own, is asked for.
 */
export class Ground implements Waiting {
  readonly set: WorkingSet
  readonly outcomes: Map<ChangeId, Outcome>
  readonly #parked: Map<ChangeId, ParkedChange>
  readonly #devices: Map<DeviceId, DeviceState>
  readonly #isNew = new Map<DeviceId, boolean>()
  readonly #known: ReadonlySet<string>
  readonly #staff: ReadonlySet<StaffId>
  readonly #batches: { version: number; batch: Batch }[] = []

  constructor(
    private readonly writer: StoreWriter,
    needs: CallNeeds,
    private readonly read: CallGround,
  ) {
    this.set = new WorkingSet(needs.records, read.records)
    this.set.erase(read.erased)
    this.outcomes = new Map(read.outcomes)
    this.#parked = new Map(read.parked.map((change) => [change.id, change]))
    this.#devices = new Map(read.devices.map((state) => [state.device, state]))
    this.#known = new Set(needs.records.map(keyOf))
    this.#staff = new Set(needs.staff)
  }

  get marks(): ReadonlyMap<number, string> {
    return this.read.marks
  }

  get writes(): CallWrites {
    const devices = [...this.#isNew].flatMap(([device, isNew]) => {
      const state = this.#devices.get(device)
      return state ? [{ state, isNew }] : []
    })
    return { batches: this.#batches, devices }
  }

  device(device: DeviceId): DeviceState | null {
    return this.#devices.get(device) ?? null
  }

  saveDevice(state: DeviceState): void {
    const { device } = state
    if (!this.#isNew.has(device)) this.#isNew.set(device, !this.#devices.has(device))
    this.#devices.set(device, state)
  }

  isKnown(id: ChangeId): boolean {
    return this.outcomes.has(id) || this.#parked.has(id)
  }

  /** A change that waits for its record. */
  parked(id: ChangeId): ParkedChange | null {
    return this.#parked.get(id) ?? null
  }

  /** One call's work under the next version; the calls after it stand on that. */
  publish(batch: Batch): number {
    const version = this.read.version + this.#batches.length + 1
    this.#batches.push({ version, batch })
    this.set.settle(batch.records.map((record) => ({ ...record, revision: version })))
    for (const id of batch.unparked) this.#parked.delete(id)
    for (const change of batch.parked) this.#parked.set(change.id, change)
    for (const { id, outcome } of batch.changes(version)) this.outcomes.set(id, outcome)
    return version
  }

  async parkedFor(keys: readonly RecordKey[]): Promise<readonly ParkedChange[]> {
    const further = keys.filter((key) => !this.#known.has(keyOf(key)))
    for (const change of further.length > 0 ? await this.writer.parkedFor(further) : [])
      if (!this.outcomes.has(change.id)) this.#parked.set(change.id, change)
    const wanted = new Set(keys.map(keyOf))
    const all = [...this.#parked.values()]
    const groups = new Set(
      all.flatMap(({ key, group }) => (group !== null && wanted.has(keyOf(key)) ? [group] : [])),
    )
    return all
      .filter(({ key, group }) => wanted.has(keyOf(key)) || (group !== null && groups.has(group)))
      .sort(asReceived)
  }

  lockRecords(keys: readonly RecordKey[]) {
    return this.writer.lockRecords(keys.filter((key) => !this.#known.has(keyOf(key))))
  }

  erasedOf(keys: readonly RecordKey[]) {
    return this.writer.erasedOf(keys.filter((key) => !this.#known.has(keyOf(key))))
  }

  periodsOf(staff: StaffId) {
    return this.#staff.has(staff)
      ? Promise.resolve(this.read.periods.filter((period) => period.staff === staff))
      : this.writer.periodsOf(staff)
  }
}

const asReceived = (a: ParkedChange, b: ParkedChange): number => {
  if (a.receivedAt !== b.receivedAt) return a.receivedAt - b.receivedAt
  return a.device === b.device ? a.seq - b.seq : a.device < b.device ? -1 : 1
}
