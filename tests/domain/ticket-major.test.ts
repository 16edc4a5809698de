import { describe, expect, it } from 'vitest'
import type { StaffId } from '../../src/domain/id'
import { HOUR } from '../../src/domain/instant'
import { ticketStanding, ticketTask } from '../../src/domain/today/ticket-standing'
import type { TicketAct } from '../../src/domain/ticket/act'
import { ticketKind } from '../../src/domain/ticket/apply'
import { deedsOf } from '../../src/domain/ticket/deed'
import { listsOf } from '../../src/domain/ticket/list'
import { clockOf } from '../../src/domain/ticket/question'
import { heededByOf } from '../../src/domain/ticket/raise'
import type { Ticket, TicketId } from '../../src/domain/ticket/ticket'
import { nameId, newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'

const [WANG, CHEN, LIN] = [newId<StaffId>(), newId<StaffId>(), newId<StaffId>()]
let clock = HOUR

const put = (ticket: Ticket | null, record: TicketId, act: TicketAct, by = WANG) => {
  const context = { at: (clock += 1), by, change: newId<never>(), record, nameId }
  const result = ticketKind.apply(ticket, act, context)
  if (result.outcome === 'refused') throw new Error(`${act.act} refused`)
  return result
}
const take = (over: Parameters<typeof receiveTicket>[2] = {}): Ticket =>
  put(null, newId<TicketId>(), receiveTicket(newId(), WANG, over)).record
const due = { at: 2 * HOUR, rule: 'majorToLeader', version: 1 } as const
const raise: TicketAct = { act: 'raise', reason: '有人受伤', words: '', leader: CHEN, due }
const work = { at: 50 * HOUR, rule: 'complaintFirstAnswer', version: 1 } as const
const heed: TicketAct = { act: 'heed', words: '我来办', isOrdinary: false, due: work }
const onDay = { staff: CHEN, now: HOUR, dayBegan: 0 }
const all = () => true

describe('a major matter', () => {
  it('[MJ2] has its reason, and the clock of the leader from then on', () => {
    const ticket = take()
    const raised = put(ticket, ticket.id, raise).record
    expect(raised.gravity).toBe('major')
    expect(raised.major).toMatchObject({ reason: '有人受伤', leader: CHEN, heededAt: null })
    expect(clockOf(raised)).toBe(due.at)
  })

  it('[MJ2] is handed over once; again it is only told', () => {
    const ticket = take()
    const raised = put(ticket, ticket.id, raise).record
    const again = put(raised, ticket.id, { ...raise, reason: '反复投诉' })
    expect(again).toMatchObject({ outcome: 'noted', why: 'already-recorded' })
    expect(again.record.major?.reason).toBe('有人受伤')
    expect(again.record.thread.at(-1)).toMatchObject({ kind: 'raised', reason: '反复投诉' })
  })

  it('[MJ2] goes on to the leader of today, where the one it lies with never said they know', () => {
    const ticket = take()
    const raised = put(ticket, ticket.id, { ...raise, substitute: WANG }).record
    const on = put(raised, ticket.id, { ...raise, reason: '陈离职了', leader: LIN })
    expect(on.outcome).toBe('applied')
    const { raisedAt } = raised.major ?? {}
    expect(on.record.major).toEqual({ reason: '有人受伤', leader: LIN, raisedAt, heededAt: null })
    expect(clockOf(on.record)).toBe(due.at)
    expect(deedsOf(on.record, LIN, all)[0]).toBe('heed')
    expect(ticketTask(on.record, CHEN)).not.toBe('heed')
    expect(on.record.thread.at(-1)).toMatchObject({ kind: 'raised', to: LIN })
    const known = put(on.record, ticket.id, heed, LIN).record
    expect(put(known, ticket.id, raise)).toMatchObject({ outcome: 'noted' })
    expect(heededByOf(known)).toBe(LIN)
  })

  it('[MJ2] an earlier word that is heard of later does not take it back to the leader before', () => {
    const ticket = take()
    const early = (clock += 1)
    const raised = put(ticket, ticket.id, { ...raise, leader: LIN }).record
    const context = { by: WANG, at: early, change: newId<never>(), record: ticket.id, nameId }
    const late = ticketKind.apply(raised, raise, context)
    expect(late).toMatchObject({ outcome: 'noted', why: 'already-recorded' })
    expect(late.outcome === 'noted' && late.record.major?.leader).toBe(LIN)
  })

  it('[MJ2] found ordinary and grown worse, it is major anew', () => {
    const ticket = take()
    const raised = put(ticket, ticket.id, raise).record
    expect(deedsOf(raised, WANG, all)).not.toContain('raise')
    const ordinary = put(raised, ticket.id, { ...heed, isOrdinary: true }, CHEN).record
    expect(deedsOf(ordinary, WANG, all)).toContain('raise')
    const anew = put(ordinary, ticket.id, { ...raise, reason: '又伤了人', leader: LIN }).record
    expect(anew).toMatchObject({ gravity: 'major', major: { reason: '又伤了人', leader: LIN } })
    expect(anew.major?.heededAt).toBeNull()
    expect(heededByOf(put(anew, ticket.id, heed, LIN).record)).toBe(LIN)
  })

  it('[MJ2] [MJ4] comes too late once the ticket is closed', () => {
    const ticket = take()
    const closed = put(put(ticket, ticket.id, raise).record, ticket.id, {
      ...{ act: 'cancel', from: 'received', words: '弄错了' },
    }).record
    const over: Ticket = {
      ...closed,
      status: 'closed',
      closing: 'cancelled',
      closedAt: 9,
    } as Ticket
    expect(put(over, ticket.id, raise)).toMatchObject({ outcome: 'noted', why: 'came-too-late' })
    expect(put(over, ticket.id, heed)).toMatchObject({ outcome: 'noted', why: 'came-too-late' })
  })

  it('[MJ3] is on the leader’s Today until they say they know', () => {
    const ticket = take()
    expect(ticketStanding(ticket, onDay)).toBeNull()
    const raised = put(ticket, ticket.id, raise).record
    expect(ticketTask(raised, CHEN)).toBe('heed')
    expect(listsOf(raised)).toContain(`of/${CHEN}`)
    expect(ticketStanding(raised, { ...onDay, now: 0 })?.standing).toBe('now')
    expect(deedsOf(raised, CHEN, all)[0]).toBe('heed')
    const heeded = put(raised, ticket.id, heed, CHEN).record
    expect(ticketTask(heeded, CHEN)).toBe('answer-for')
    expect(deedsOf(heeded, CHEN, all)).not.toContain('heed')
  })

  it('[MJ5] is known by whoever it was handed to, or stands in for them; by nobody else', () => {
    const ticket = take()
    const stands = put(ticket, ticket.id, { ...raise, substitute: LIN }).record
    expect(ticketTask(stands, LIN)).toBe('heed')
    expect(listsOf(stands)).toContain(`of/${LIN}`)
    expect(deedsOf(stands, LIN, all)[0]).toBe('heed')
    expect(deedsOf(stands, WANG, all)).not.toContain('heed')
    expect(put(stands, ticket.id, heed, LIN)).toMatchObject({ outcome: 'applied' })
    const other = put(stands, ticket.id, { ...heed, isOrdinary: true }, WANG)
    expect(other).toMatchObject({ outcome: 'noted', why: 'proof-missing' })
    expect(other.record).toMatchObject({ gravity: 'major', major: { heededAt: null } })
    expect(other.record.thread.at(-1)).toMatchObject({ kind: 'heeded', by: WANG, isOthers: true })
  })

  it('[MJ5] handed to nobody by name, it is known by any who may', () => {
    const ticket = take()
    const raised = put(ticket, ticket.id, { ...raise, leader: null }).record
    expect(deedsOf(raised, WANG, all)).toContain('heed')
    expect(deedsOf(raised, WANG, (deed) => deed !== 'heed')).not.toContain('heed')
    expect(put(raised, ticket.id, heed, WANG)).toMatchObject({ outcome: 'applied' })
  })

  it('[MJ4] has the work’s clock again once the leader knows, and may be ordinary after all', () => {
    const ticket = take()
    const raised = put(ticket, ticket.id, raise).record
    expect(clockOf(put(raised, ticket.id, heed, CHEN).record)).toBe(work.at)
    const lowered = put(raised, ticket.id, { ...heed, isOrdinary: true }, CHEN).record
    expect(lowered.gravity).toBe('ordinary')
    expect(put(lowered, ticket.id, heed, CHEN)).toMatchObject({ outcome: 'noted' })
  })
})

describe('what an owner said', () => {
  const verify: TicketAct = {
    ...{ act: 'verify', finding: 'partly', words: '只在中午', way: '劝停', workAt: 9 * HOUR },
    photos: [],
  }

  it('[IN8] is found out later and moves no status', () => {
    const ticket = take()
    const { record } = put(ticket, ticket.id, verify)
    expect(record.status).toBe('received')
    expect(record.thread.at(-1)).toMatchObject({ kind: 'verified', finding: 'partly', way: '劝停' })
    expect(deedsOf(ticket, WANG, all)).toContain('verify')
    expect(deedsOf(take({ origin: { by: 'staff' } }), WANG, all)).not.toContain('verify')
  })

  it('[IN5] has the clock of 12345 beside the others until it is closed', () => {
    const official = { number: 'GD2026-1', answerBy: 5 * HOUR }
    const ticket = take({ origin: { by: 'owner', channel: 'hotline', official } })
    expect(clockOf(ticket)).toBe(5 * HOUR)
    const here = { act: 'start', from: 'received', words: '', photos: [] } as const
    const fixed = put(put(ticket, ticket.id, here).record, ticket.id, {
      ...{ act: 'resolve', from: 'inProgress', words: '好了', photos: [] },
    }).record
    expect(clockOf(fixed)).toBe(5 * HOUR)
  })
})
