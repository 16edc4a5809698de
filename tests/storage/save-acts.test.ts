import { IDBObjectStore } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CommunityId } from '../../src/domain/community'
import type { DeviceId, StaffId } from '../../src/domain/id'
import type { TicketId } from '../../src/domain/ticket/ticket'
import { readDraft, writeDraft } from '../../src/storage/draft'
import { ensureDevice } from '../../src/storage/meta'
import type { PhoneDatabase } from '../../src/storage/phone-database'
import { saveActs } from '../../src/storage/save-acts'
import { newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { author, PhoneDisk } from '../support/phone-parts'

const STAFF = newId<StaffId>()
const COMMUNITY = newId<CommunityId>()
let database: PhoneDatabase
const { add } = IDBObjectStore.prototype

const receive = (record: TicketId) => ({
  ...{ kind: 'Ticket' as const, record, act: receiveTicket(COMMUNITY, STAFF) },
})

/** A disk with room for everything but the outbox. */
const fillDisk = () => {
  IDBObjectStore.prototype.add = function (this: IDBObjectStore, ...args: Parameters<typeof add>) {
    if (this.name === 'outbox') throw new DOMException('full', 'QuotaExceededError')
    return add.apply(this, args)
  }
}

const everything = async () =>
  Promise.all(database.tables.map(async (table) => [table.name, await table.toArray()]))

beforeEach(async () => {
  database = await new PhoneDisk().open()
})

afterEach(() => {
  IDBObjectStore.prototype.add = add
  database.close()
})

describe('saving acts', () => {
  it('[ST1] writes record, change and number together and takes the draft away', async () => {
    await writeDraft(database, 'visit/a', { answers: [] }, 1)
    const id = newId<TicketId>()
    const saved = await saveActs(database, [receive(id)], author(STAFF, 5), {
      dropDrafts: ['visit/a'],
    })
    expect(saved.ok).toBe(true)
    expect((await database.tickets.get(id))?.record.title).toBe('2号泵法兰滴水')
    expect((await database.outbox.toArray()).map(({ change }) => change.seq)).toEqual([1])
    expect(await readDraft(database, 'visit/a')).toBeUndefined()
  })

  it('[ST4] a full disk is said, nothing is half saved, and the draft stays', async () => {
    await writeDraft(database, 'visit/a', { answers: ['x'] }, 1)
    const before = await everything()
    fillDisk()
    const saved = await saveActs(database, [receive(newId())], author(STAFF, 5), {
      dropDrafts: ['visit/a'],
    })
    expect(saved).toEqual({ ok: false, error: { kind: 'storage-full' } })
    expect(await everything()).toEqual(before)
  })

  it('an act that is not applied saves none of those with it', async () => {
    const id = newId<TicketId>()
    const close = {
      kind: 'Ticket' as const,
      record: id,
      act: { act: 'close', from: 'received' } as const,
    }
    const saved = await saveActs(database, [receive(id), close], author(STAFF, 5))
    expect(saved).toEqual({ ok: false, error: { kind: 'refused' } })
    expect(await database.outbox.count()).toBe(0)
    expect(await database.tickets.count()).toBe(0)
  })

  it('[SY6] more than fifty are no group, and nothing of them is saved', async () => {
    const acts = Array.from({ length: 51 }, () => receive(newId()))
    await expect(saveActs(database, acts, author(STAFF, 5), { whole: true })).rejects.toThrow('50')
    expect(await database.outbox.count()).toBe(0)
    const saved = await saveActs(database, acts.slice(1), author(STAFF, 5), { whole: true })
    expect(saved.ok).toBe(true)
    const groups = (await database.outbox.toArray()).map(({ change }) => change.group)
    expect(groups).toHaveLength(50)
    expect(new Set(groups).size).toBe(1)
  })

  it('[ST2] has one device’s name for as long as the database lives', async () => {
    const disk = new PhoneDisk()
    const first = await disk.open()
    const device = await ensureDevice(first, () => newId<DeviceId>())
    first.close()
    const second = await disk.open()
    expect(await ensureDevice(second, () => newId<DeviceId>())).toBe(device)
    const other = await new PhoneDisk().open()
    expect(await ensureDevice(other, () => newId<DeviceId>())).not.toBe(device)
  })

  it('[ST2] numbers go on after the app died', async () => {
    const disk = new PhoneDisk()
    const first = await disk.open()
    await saveActs(first, [receive(newId())], author(STAFF, 5))
    first.close()
    const second = await disk.open()
    await saveActs(second, [receive(newId())], author(STAFF, 6))
    expect((await second.outbox.toArray()).map(({ change }) => change.seq)).toEqual([1, 2])
  })
})
