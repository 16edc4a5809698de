import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CommunityId } from '../../src/domain/community'
import type { StaffId } from '../../src/domain/id'
import type { TicketActOf } from '../../src/domain/ticket/act'
import type { TicketId } from '../../src/domain/ticket/ticket'
import { observe } from '../../src/storage/observe'
import type { PhoneDatabase } from '../../src/storage/phone-database'
import { saveActs } from '../../src/storage/save-acts'
import { writeStrictly } from '../../src/storage/strict-write'
import { newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { author, PhoneDisk } from '../support/phone-parts'

const STAFF = newId<StaffId>()
const COMMUNITY = newId<CommunityId>()
let database: PhoneDatabase

beforeEach(async () => {
  database = await new PhoneDisk().open()
})
afterEach(() => database.close())

const save = (record: string, act: TicketActOf<'receive'> | TicketActOf<'assign'>) =>
  saveActs(database, [{ kind: 'Ticket', record, act }], author(STAFF, 5))

const follow = <T>(query: () => Promise<T>): T[] => {
  const told: T[] = []
  observe(query).subscribe(
    (value) => told.push(value),
    (error) => {
      throw error
    },
  )
  return told
}

describe('writing past the library', () => {
  it('is saved also where somebody breaks on hearing of it', async () => {
    const broken = () => {
      throw new Error('broken')
    }
    Dexie.on.storagemutated.subscribe(broken)
    const id = newId<TicketId>()
    expect((await save(id, receiveTicket(COMMUNITY, STAFF))).ok).toBe(true)
    Dexie.on.storagemutated.unsubscribe(broken)
    expect(await database.outbox.count()).toBe(1)
  })

  it('[ST1] tells whoever follows a list of what comes into it and of what leaves it', async () => {
    const id = newId<TicketId>()
    const free = follow(() => database.tickets.where('lists').equals('unassigned').primaryKeys())
    const times = follow(() => database.tickets.where('receivedAt').above(0).count())
    const one = follow(async () => (await database.tickets.get(id))?.record.status)
    const sent = follow(() => database.outbox.where('state').equals('waiting').count())
    await vi.waitFor(() => expect([free.at(-1), times.at(-1), sent.at(-1)]).toEqual([[], 0, 0]))
    await save(id, receiveTicket(COMMUNITY, STAFF))
    await vi.waitFor(() => expect([free.at(-1), times.at(-1), sent.at(-1)]).toEqual([[id], 1, 1]))
    await vi.waitFor(() => expect(one.at(-1)).toBe('received'))
    await save(id, {
      ...{ act: 'assign', from: 'received', to: newId<StaffId>(), words: '' },
    })
    await vi.waitFor(() => expect([free.at(-1), sent.at(-1)]).toEqual([[], 2]))
  })

  it('[ST1] tells of many at once whoever follows one of them, or a list of some', async () => {
    const ids = Array.from({ length: 120 }, () => newId<TicketId>())
    const last = follow(async () => (await database.tickets.get(ids[119] ?? ''))?.record.status)
    const free = follow(() => database.tickets.where('lists').equals('unassigned').count())
    await vi.waitFor(() => expect([last.length, free.at(-1)]).toEqual([1, 0]))
    const acts = ids.map((record) => ({
      ...{ kind: 'Ticket' as const, record, act: receiveTicket(COMMUNITY, STAFF) },
    }))
    const groups = [acts.slice(0, 40), acts.slice(40, 80), acts.slice(80)]
    expect((await saveActs(database, acts, author(STAFF, 5), { groups })).ok).toBe(true)
    await vi.waitFor(() => expect([last.at(-1), free.at(-1)]).toEqual(['received', 120]))
  })

  it('[ST1] takes all of it back when something goes wrong after the writing', async () => {
    const told = follow(() => database.meta.count())
    await vi.waitFor(() => expect(told).toEqual([0]))
    const work = writeStrictly(database, [database.meta], (hand) => {
      hand.put(database.meta, 'nextSeq', { key: 'nextSeq', value: 7 })
      return Promise.reject(new Error('no'))
    })
    await expect(work).rejects.toThrow('no')
    expect(await database.meta.count()).toBe(0)
    expect(told).toEqual([0])
  })

  it('[ST7] opens nothing anew that was closed for good', async () => {
    database.close()
    const saved = await save(newId(), receiveTicket(COMMUNITY, STAFF))
    expect(saved).toMatchObject({ ok: false, error: { kind: 'storage-broken' } })
    expect(database.isOpen()).toBe(false)
  })

  it('[ST11] goes on where the browser closed the connection by itself', async () => {
    const id = newId<TicketId>()
    database.backendDB().close()
    expect((await save(id, receiveTicket(COMMUNITY, STAFF))).ok).toBe(true)
    expect((await database.tickets.get(id))?.record.status).toBe('received')
  })
})
