import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CommunityId } from '../../src/domain/community'
import type { StaffId } from '../../src/domain/id'
import type { TicketId } from '../../src/domain/ticket/ticket'
import type { PhoneDatabase } from '../../src/storage/phone-database'
import { createRowReader } from '../../src/storage/row-reader'
import { saveActs } from '../../src/storage/save-acts'
import { newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { author, PhoneDisk } from '../support/phone-parts'

const STAFF = newId<StaffId>()
let database: PhoneDatabase
beforeEach(async () => {
  database = await new PhoneDisk().open()
})
afterEach(() => database.close())

const take = async (record: TicketId, title: string): Promise<TicketId> => {
  const act = receiveTicket(newId<CommunityId>(), STAFF, { title })
  await saveActs(database, [{ kind: 'Ticket', record, act }], author(STAFF, 1))
  return record
}

describe('the rows on a screen', () => {
  it('are read together, each told by itself, and one that is not there as such', async () => {
    const ids = [await take(newId(), '灯'), await take(newId(), '水'), newId<TicketId>()]
    const asked = vi.spyOn(database.tickets, 'bulkGet')
    const told = new Map<string, string | undefined>()
    const reader = createRowReader(database, database.tickets, (id, held) =>
      told.set(id, held?.record.title),
    )
    for (const id of ids) reader.follow(id)
    await vi.waitFor(() => expect([...told.values()]).toEqual(['灯', '水', undefined]))
    expect(asked).toHaveBeenCalledTimes(1)
  })

  it('are told anew when something changes, those that left the screen no more', async () => {
    const [stays, leaves] = [newId<TicketId>(), newId<TicketId>()]
    const told: [string, string | undefined][] = []
    const reader = createRowReader(database, database.tickets, (id, held) =>
      told.push([id, held?.record.title]),
    )
    reader.follow(stays)
    reader.follow(leaves)
    await vi.waitFor(() => expect(told).toHaveLength(2))
    reader.leave(leaves)
    await take(leaves, '走')
    await take(stays, '留')
    await vi.waitFor(() => expect(told.at(-1)).toEqual([stays, '留']))
    expect(told.filter(([id]) => id === leaves)).toEqual([[leaves, undefined]])
  })
})
