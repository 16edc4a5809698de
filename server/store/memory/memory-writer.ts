import type { ChangeId, DeviceId } from '../../../src/domain/id'
import type { Instant } from '../../../src/domain/instant'
import type { Outcome } from '../../../src/protocol/outcome'
import type { Batch } from '../batch'
import type { CallGround, CallNeeds, CallWrites } from '../call'
import { keyOf, StaleRead, type StoreWriter, type VerifiedPhoto } from '../store'
import type { ParkedChange, RecordKey, ScopePeriod, StoredRecord } from '../stored'
import type { CompanyState } from './company-state'
import { eraseRecords } from './erase-records'
import { MemoryReader } from './memory-reader'
import { namedToo, vouchedToo } from './named-too'

const inKeyOrder = (a: RecordKey, b: RecordKey) => (keyOf(a) < keyOf(b) ? -1 : 1)

const asReceived = (a: ParkedChange, b: ParkedChange): number => {
  if (a.receivedAt !== b.receivedAt) return a.receivedAt - b.receivedAt
  return a.device === b.device ? a.seq - b.seq : a.device < b.device ? -1 : 1
}

/** Writes into a state of its own, which becomes the company's when the transaction ends well. */
export class MemoryWriter extends MemoryReader implements StoreWriter {
  get result(): CompanyState {
    return this.state
  }

  async ground(needs: CallNeeds): Promise<CallGround> {
    const { changes, records, staff, versions } = needs
    const { version, parked, devices, periods } = this.state
    const direct = new Set(changes)
    const about = await this.parkedFor(records)
    return {
      version,
      devices: needs.devices.flatMap((device) => devices.get(device) ?? []),
      outcomes: new Map(
        changes.flatMap((id): [ChangeId, Outcome][] => {
          const logged = this.state.log.get(id)
          return logged ? [[id, logged.outcome]] : []
        }),
      ),
      records: await this.lockRecords(records),
      parked: [...about, ...[...parked.values()].filter(({ id }) => direct.has(id))],
      erased: await this.erasedOf(records),
      periods: periods.filter((period) => staff.includes(period.staff)),
      marks: await this.marksOf(versions),
    }
  }

  async publishCalls({ batches, devices }: CallWrites): Promise<void> {
    for (const { batch } of batches) await this.publish(batch)
    const all = new Map(this.state.devices)
    for (const { state } of devices) all.set(state.device, state)
    this.state = { ...this.state, devices: all }
  }

  lockRecords(keys: readonly RecordKey[]) {
    const found = [...keys].sort(inKeyOrder).flatMap((key) => {
      const record = this.state.records.get(keyOf(key))
      return record ? [record] : []
    })
    return Promise.resolve(found)
  }

  parkedFor(keys: readonly RecordKey[]) {
    const wanted = new Set(keys.map(keyOf))
    const all = [...this.state.parked.values()]
    const direct = all.filter((change) => wanted.has(keyOf(change.key)))
    const groups = new Set(direct.flatMap(({ group }) => (group === null ? [] : [group])))
    return Promise.resolve(
      all
        .filter(({ key, group }) => wanted.has(keyOf(key)) || (group !== null && groups.has(group)))
        .sort(asReceived),
    )
  }

  #checkFresh(batch: Batch): void {
    const still = new Set(batch.stillParked)
    const created = new Set(batch.created.map(keyOf))
    const { records, erasures } = this.state
    const isHere = batch.absent.map(keyOf).some((key) => records.has(key) || erasures.has(key))
    const waits = [...this.state.parked.values()].some(
      ({ id, key }) => created.has(keyOf(key)) && !still.has(id) && !batch.unparked.includes(id),
    )
    const { namers } = batch
    const known = new Set(namers?.keys.map(keyOf))
    const isNamed = this.state.photoNames.some(
      (name) => name.sha256 === namers?.sha256 && !known.has(keyOf(name)),
    )
    if (isHere || waits || isNamed) throw new StaleRead()
  }

  publish(batch: Batch): Promise<number> {
    this.#checkFresh(batch)
    const version = this.state.version + 1
    const records = new Map(this.state.records)
    for (const record of batch.records)
      records.set(keyOf(record), { ...record, revision: version } satisfies StoredRecord)
    const log = new Map(this.state.log)
    for (const change of batch.changes(version)) log.set(change.id, change)
    const parked = new Map(this.state.parked)
    for (const id of batch.unparked) parked.delete(id)
    for (const change of batch.parked) parked.set(change.id, change)
    const published = {
      ...this.state,
      version,
      marks: new Map(this.state.marks).set(version, batch.mark),
      records,
      gone: [...this.state.gone, ...batch.gone.map((mark) => ({ ...mark, revision: version }))],
      log,
      parked,
      photoNames: namedToo(this.state.photoNames, batch.photos),
      vouchers: vouchedToo(this.state.vouchers, batch.vouchers),
    }
    this.state = eraseRecords(published, batch)
    return Promise.resolve(version)
  }

  savePeriods(periods: readonly ScopePeriod[]) {
    const nameOf = (period: ScopePeriod) => `${period.staff} ${period.scope} ${period.grantedAt}`
    const all = new Map(this.state.periods.map((period) => [nameOf(period), period]))
    for (const period of periods) all.set(nameOf(period), period)
    this.state = { ...this.state, periods: [...all.values()] }
    return Promise.resolve()
  }

  savePhoto(photo: VerifiedPhoto) {
    this.state = { ...this.state, photos: new Map(this.state.photos).set(photo.sha256, photo) }
    return Promise.resolve()
  }

  setRevoked(device: DeviceId, revokedAt: Instant | null) {
    const held = this.state.devices.get(device)
    if (!held) return Promise.resolve(false)
    const devices = new Map(this.state.devices).set(device, { ...held, revokedAt })
    this.state = { ...this.state, devices }
    return Promise.resolve(true)
  }
}
