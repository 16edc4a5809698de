import { describe, expect, it } from 'vitest'
import type { StaffId } from '../../src/domain/id'
import { HOUR, type Instant } from '../../src/domain/instant'
import { ticketStanding } from '../../src/domain/today/ticket-standing'
import type { TicketAct } from '../../src/domain/ticket/act'
import { ticketKind } from '../../src/domain/ticket/apply'
import { joinedOf } from '../../src/domain/ticket/join'
import { nextWordOf } from '../../src/domain/ticket/next-word'
import { clockOf, isClockRunning, isOverdue } from '../../src/domain/ticket/question'
import type { Ticket, TicketId } from '../../src/domain/ticket/ticket'
import { nameId, newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'

const LI = newId<StaffId>()
const DUE = 1_000 * HOUR
const SOON = 10 * HOUR
let clock = HOUR

const put = (ticket: Ticket | null, record: TicketId, act: TicketAct): Ticket => {
  const context = { at: (clock += 1), by: LI, change: newId<never>(), record, nameId }
  const result = ticketKind.apply(ticket, act, context)
  if (result.outcome !== 'applied') throw new Error(`${act.act} ${result.outcome}`)
  return result.record
}
const take = (home = newId<NonNullable<Ticket['home']>>()): Ticket => {
  const due = { at: DUE, rule: 'defect', version: 1 } as const
  return put(null, newId<TicketId>(), receiveTicket(newId(), LI, { home, due }))
}
const tell = (ticket: Ticket, nextWordAt: Instant | null, over: object = {}): Ticket =>
  put(ticket, ticket.id, {
    ...{ act: 'tellOwner', channel: 'door', reached: true, words: '', nextWordAt },
    ...over,
  })
const fix = (ticket: Ticket): Ticket => {
  const here = put(ticket, ticket.id, { act: 'start', from: 'received', words: '', photos: [] })
  return put(here, ticket.id, { act: 'resolve', from: 'inProgress', words: '好了', photos: [] })
}

describe('[TK25] a word agreed with an owner', () => {
  it('is the ticket’s clock where it is nearer than the work’s', () => {
    const ticket = tell(take(), SOON)
    expect(clockOf(ticket)).toBe(SOON)
    expect(isOverdue(ticket, SOON + 1)).toBe(true)
    expect(clockOf(tell(take(), DUE + HOUR))).toBe(DUE)
  })

  it('is given by telling again, whether or not a new time is said', () => {
    const ticket = tell(take(), SOON)
    expect(nextWordOf(tell(ticket, null))).toBeNull()
    expect(nextWordOf(tell(ticket, SOON + HOUR))).toBe(SOON + HOUR)
  })

  it('stands after a try that reached nobody, unless that one left a time', () => {
    const ticket = tell(take(), SOON)
    expect(nextWordOf(tell(ticket, null, { reached: false }))).toBe(SOON)
    expect(nextWordOf(tell(ticket, SOON + 1, { reached: false }))).toBe(SOON + 1)
  })

  it('runs on once the matter is put right, until the owner is told; then nothing runs', () => {
    const fixed = fix(tell(take(), SOON))
    expect([isClockRunning(fixed), clockOf(fixed)]).toEqual([true, SOON])
    const looker = { staff: LI, now: SOON + 1, dayBegan: 0 }
    expect(ticketStanding(fixed, looker)).toEqual({ at: SOON, standing: 'late' })
    const told = tell(fixed, null)
    expect(isClockRunning(told)).toBe(false)
    expect(ticketStanding(told, looker)).toEqual({ at: null, standing: 'now' })
  })

  it('counts for each of several who wait, the nearest first, and ends with the ticket', () => {
    const other = take()
    const both = put(take(), newId<TicketId>(), { act: 'takeIn', joined: joinedOf(other) })
    const one = tell(tell(both, SOON + HOUR), SOON, { of: other.id })
    expect(nextWordOf(one)).toBe(SOON)
    expect(nextWordOf(tell(one, null, { of: other.id }))).toBe(SOON + HOUR)
    const joined = put(one, one.id, { act: 'join', from: 'received', into: newId<TicketId>() })
    expect(nextWordOf(joined)).toBeNull()
  })
})
