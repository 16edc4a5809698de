import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CommunityId } from '../../src/domain/community'
import type { StaffId } from '../../src/domain/id'
import { observeTable } from '../../src/storage/observe'
import type { PhoneDatabase } from '../../src/storage/phone-database'
import { saveActs } from '../../src/storage/save-acts'
import { newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { author, PhoneDisk } from '../support/phone-parts'

const STAFF = newId<StaffId>()
let database: PhoneDatabase
let disk: PhoneDisk
beforeEach(async () => {
  disk = new PhoneDisk()
  database = await disk.open()
})
afterEach(() => database.close())

const take = async (into = database) => {
  const act = receiveTicket(newId<CommunityId>(), STAFF, {})
  const acts = [{ kind: 'Ticket' as const, record: newId<string>(), act }]
  const saved = await saveActs(into, acts, author(STAFF, 1))
  if (!saved.ok) throw new Error(saved.error.kind)
}
const follow = (query: () => Promise<number> = async () => database.tickets.count()) => {
  const told: number[] = []
  const failures: unknown[] = []
  const stop = observeTable(database, 'tickets', query).subscribe(
    (value) => told.push(value),
    (error) => failures.push(error),
  )
  return { told, failures, stop }
}

describe('following a table', () => {
  it('tells the answer, and anew after every change, also one made while it was asking', async () => {
    const { told, stop } = follow()
    await vi.waitFor(() => expect(told).toEqual([0]))
    await take()
    await vi.waitFor(() => expect(told.at(-1)).toBe(1))
    await Promise.all([take(), take(), take()])
    await vi.waitFor(() => expect(told.at(-1)).toBe(4))
    stop()
  })

  it('is silent about other tables, other databases and after its end', async () => {
    const other = await disk.open('mengya/other')
    const { told, stop } = follow()
    await vi.waitFor(() => expect(told).toEqual([0]))
    await database.drafts.put({ key: 'snap', value: {}, at: 1 })
    await take(other)
    await database.tickets.count()
    stop()
    await take()
    await database.tickets.count()
    expect(told).toEqual([0])
    other.close()
  })

  it('tells that the question failed', async () => {
    const { failures } = follow(() => Promise.reject(new Error('no disk')))
    await vi.waitFor(() => expect(failures).toHaveLength(1))
  })
})
