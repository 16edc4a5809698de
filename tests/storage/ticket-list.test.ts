import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CommunityId } from '../../src/domain/community'
import type { StaffId } from '../../src/domain/id'
import type { PlaceId } from '../../src/domain/place'
import type { TicketAct, TicketActOf } from '../../src/domain/ticket/act'
import { numberOf } from '../../src/domain/ticket/number'
import type { TicketId } from '../../src/domain/ticket/ticket'
import type { PhoneDatabase } from '../../src/storage/phone-database'
import { saveActs } from '../../src/storage/save-acts'
import {
  countTickets,
  openTickets,
  openTicketsAt,
  ticketIds,
  ticketsOf,
  type TicketQuery,
} from '../../src/storage/ticket-list'
import { newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { author, PhoneDisk } from '../support/phone-parts'

const STAFF = newId<StaffId>()
const OTHER = newId<StaffId>()
const COMMUNITY = newId<CommunityId>()
const PUMP_ROOM = newId<PlaceId>()
let database: PhoneDatabase

const take = async (title: string, over: Partial<TicketActOf<'receive'>> = {}) => {
  const record = newId<TicketId>()
  const act = receiveTicket(COMMUNITY, STAFF, { title, words: '', ...over })
  const saved = await saveActs(database, [{ kind: 'Ticket', record, act }], author(STAFF, 1))
  if (!saved.ok) throw new Error(saved.error.kind)
  return record
}
const due = (at: number) => ({ due: { at, rule: 'defect' as const, version: 1 } })
const ask = async (over: Partial<TicketQuery>) => {
  const ids = await ticketIds(database, {
    ...{ filter: 'open', kind: null, handler: null, places: null, words: '', order: null },
    ...{ placesOf: () => [], now: 0 },
    ...over,
  })
  return (await ticketsOf(database, ids)).map(({ title }) => title)
}
const does = async (record: TicketId, act: TicketAct, by = STAFF) => {
  const saved = await saveActs(database, [{ kind: 'Ticket', record, act }], author(by, 2))
  if (!saved.ok) throw new Error(saved.error.kind)
}
const assign = (record: TicketId, to: StaffId) =>
  does(record, { act: 'assign', from: 'received', to, words: '' })
const resolve = async (record: TicketId) => {
  await does(record, { act: 'accept', from: 'received' })
  await does(record, { act: 'resolve', from: 'accepted', words: '换了垫片', photos: [] })
}

beforeEach(async () => {
  database = await new PhoneDisk().open()
})
afterEach(() => database.close())

describe('lists of tickets, by index', () => {
  it('[CL2] lists as many as it counts of what waits for a follow-up, though it is closed', async () => {
    const record = await take('厨房漏水', { kind: 'complaint', home: newId<PlaceId>() })
    await resolve(record)
    await does(record, {
      ...{ act: 'tellOwner', channel: 'phone', reached: true, words: '修好了', nextWordAt: null },
    })
    await does(record, { act: 'close', from: 'resolved' })
    expect(await countTickets(database, 'followUp', 0)).toBe(1)
    expect(await ask({ filter: 'followUp' })).toEqual(['厨房漏水'])
  })

  it('gives what is open by its clock, and counts each sort without reading a ticket', async () => {
    await take('晚', due(300))
    const early = await take('早', due(100))
    await take('中', due(200))
    await take('现场修好', { fixed: { after: [], words: '' } })
    await assign(early, OTHER)
    expect(await ask({})).toEqual(['早', '中', '晚'])
    expect(await ask({ filter: 'unassigned' })).toEqual(['中', '晚'])
    expect(await ask({ filter: 'overdue', now: 250 })).toEqual(['早', '中'])
    expect(await ask({ filter: `of/${OTHER}` })).toEqual(['早'])
    expect(await ask({ handler: OTHER })).toEqual(['早'])
    expect(await ask({ filter: 'closed' })).toEqual(['现场修好'])
    expect(await countTickets(database, 'open', 0)).toBe(3)
    expect(await countTickets(database, 'overdue', 250)).toBe(2)
    expect(await countTickets(database, 'closed', 0)).toBe(1)
  })

  it('[TK24] puts what is put right, whose clock no longer runs, after all whose clock does', async () => {
    await take('晚', due(300))
    const fixed = await take('修好了,等告知', due(100))
    await take('早', due(200))
    await take('修好了,更早', due(50)).then(resolve)
    await resolve(fixed)
    expect(await ask({})).toEqual(['早', '晚', '修好了,更早', '修好了,等告知'])
    const plate = await openTickets(database, 'open', 3)
    expect(plate.map(({ title }) => title)).toEqual(['早', '晚', '修好了,更早'])
    const failed = { act: 'recheck' as const, passed: false, words: '还在滴', photos: [] }
    await does(fixed, { ...failed, from: 'resolved' }, OTHER)
    expect(await ask({})).toEqual(['修好了,等告知', '早', '晚', '修好了,更早'])
  })

  it('narrows by kind and place and turns the order round', async () => {
    await take('泵', { place: PUMP_ROOM, kind: 'hazard', ...due(100) })
    await take('门', { place: PUMP_ROOM, kind: 'repair', ...due(200) })
    await take('灯', due(300))
    expect(await ask({ places: [PUMP_ROOM] })).toEqual(['泵', '门'])
    expect(await ask({ places: [PUMP_ROOM], kind: 'repair' })).toEqual(['门'])
    expect(await ask({ order: { by: 'openAt', isDown: true } })).toEqual(['灯', '门', '泵'])
    expect((await openTicketsAt(database, PUMP_ROOM, 1)).map(({ title }) => title)).toEqual(['泵'])
  })

  it('finds a word inside a title, a text, a place and a number; several words all together', async () => {
    const leak = await take('2号泵法兰滴水', { place: PUMP_ROOM, ...due(100) })
    await take('大堂 LED 灯不亮', { words: '晚上看不清门禁', ...due(200) })
    expect(await ask({ words: '法兰' })).toEqual(['2号泵法兰滴水'])
    expect(await ask({ words: '兰' })).toEqual(['2号泵法兰滴水'])
    expect(await ask({ words: 'led' })).toEqual(['大堂 LED 灯不亮'])
    expect(await ask({ words: '看不清' })).toEqual(['大堂 LED 灯不亮'])
    expect(await ask({ words: '法兰 门禁' })).toEqual([])
    expect(await ask({ words: numberOf(leak) })).toEqual(['2号泵法兰滴水'])
    const placesOf = (word: string) => ('消防泵房'.includes(word) ? [PUMP_ROOM] : [])
    expect(await ask({ words: '泵房 滴水', placesOf })).toEqual(['2号泵法兰滴水'])
  })

  it('takes a ticket out of a list it has left', async () => {
    const leak = await take('漏', due(100))
    expect(await ask({ filter: 'unassigned' })).toEqual(['漏'])
    await assign(leak, OTHER)
    expect(await ask({ filter: 'unassigned' })).toEqual([])
    expect(await countTickets(database, 'unassigned', 0)).toBe(0)
  })
})
