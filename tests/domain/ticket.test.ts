import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { ActContext } from '../../src/domain/record-kind'
import type { TicketAct } from '../../src/domain/ticket/act'
import { ticketActs } from '../../src/domain/ticket/act'
import { ticketKind } from '../../src/domain/ticket/apply'
import { whatClosingNeeds } from '../../src/domain/ticket/closing'
import { clockOf, isOverdue, mayRecheck } from '../../src/domain/ticket/question'
import { PERMITTED } from '../../src/domain/ticket/step'
import { TICKET_STATUSES, type Ticket } from '../../src/domain/ticket/ticket'
import { handlerOf } from '../../src/domain/ticket/handler'
import { nameId, newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'

const STAFF = newId<ActContext['by']>()
const OTHER = newId<ActContext['by']>()
const context = (at: number, over: Partial<ActContext> = {}): ActContext => ({
  ...{ at, by: STAFF, change: newId(), record: newId(), nameId },
  ...over,
})
const received = (): Ticket => {
  const result = ticketKind.apply(null, receiveTicket(newId(), STAFF), context(1))
  if (result.outcome !== 'applied') throw new Error('not received')
  return result.record
}
const after = (ticket: Ticket, acts: readonly TicketAct[], at = 10): Ticket =>
  acts.reduce((held, act, index) => {
    const result = ticketKind.apply(held, act, context(at + index))
    return result.outcome === 'refused' ? held : result.record
  }, ticket)

const words = fc.string({ maxLength: 20 })
const from = fc.constantFrom(...TICKET_STATUSES)
const act: fc.Arbitrary<TicketAct> = fc.oneof(
  words.map((said): TicketAct => ({ act: 'say', words: said, photos: [] })),
  from.map((status): TicketAct => ({ act: 'accept', from: status })),
  from.map((status): TicketAct => ({ act: 'start', from: status, words: '', photos: [] })),
  from.map((status): TicketAct => ({ act: 'resolve', from: status, words: '', photos: [] })),
  from.map((status): TicketAct => ({ act: 'close', from: status })),
  from.map((status): TicketAct => ({ act: 'assign', from: status, to: STAFF, words: '' })),
  from.map((status): TicketAct => ({ act: 'return', from: status, words: '不归我管' })),
  from.map((status): TicketAct => ({ act: 'transfer', from: status, to: OTHER, words: '休息' })),
  from.map((status): TicketAct => ({
    ...{ act: 'putOff', from: status, why: 'parts', until: 5_000, words: '' },
  })),
  from.map((status): TicketAct => ({ act: 'cancel', from: status, words: '重复' })),
  from.map((status): TicketAct => ({ act: 'reopen', from: status, words: '又坏', photos: [] })),
  fc.tuple(from, fc.boolean()).map(([status, passed]): TicketAct => ({
    act: 'recheck',
    from: status,
    passed,
    words: '',
    photos: [],
  })),
)

describe('what can become of a ticket', () => {
  const accepted = () => after(received(), [{ act: 'accept', from: 'received' }])
  const putOff: TicketAct = {
    ...{ act: 'putOff', from: 'accepted', why: 'parts', words: '' },
    until: 1_900_000_000_000,
  }

  it('[TK11] put off, its clock waits until then, and never less than before', () => {
    const waiting = after(accepted(), [putOff])
    expect(waiting).toMatchObject({ status: 'putOff', why: 'parts', handler: STAFF })
    expect(clockOf(waiting)).toBe(1_900_000_000_000)
    expect(isOverdue(waiting, waiting.due.at + 1)).toBe(false)
    expect(isOverdue(waiting, 1_900_000_000_001)).toBe(true)
    const soon = after(accepted(), [{ ...putOff, until: 20 }])
    expect(clockOf(soon)).toBe(soon.due.at)
    const again = after(waiting, [{ act: 'start', from: 'putOff', words: '', photos: [] }])
    expect(again.status).toBe('inProgress')
    expect(again).not.toHaveProperty('until')
    expect(clockOf(again)).toBe(again.due.at)
  })

  it('[TK12] returned, it is nobody’s again; passed on, it waits for the other to accept', () => {
    const back = after(accepted(), [{ act: 'return', from: 'accepted', words: '要电工' }])
    expect(back.status).toBe('received')
    expect(handlerOf(back)).toBeNull()
    const step: TicketAct = { act: 'transfer', from: 'accepted', to: OTHER, words: '今天休息' }
    const passed = after(accepted(), [step])
    expect(passed).toMatchObject({ status: 'assigned', handler: OTHER })
  })

  it('[TK13] cancelled, it is closed with its reason; a closed one may be reopened by its reason', () => {
    const ended = after(received(), [{ act: 'cancel', from: 'received', words: '同一处' }])
    expect(ended).toMatchObject({ status: 'closed', closing: 'cancelled' })
    expect(ended.thread.at(-1)).toMatchObject({ kind: 'cancelled', words: '同一处' })
    const open = after(ended, [{ act: 'reopen', from: 'closed', words: '又漏了', photos: [] }])
    expect(open.status).toBe('inProgress')
    expect(open).not.toHaveProperty('closedAt')
    expect(ticketKind.settledAt(open)).toBeNull()
  })

  it('takes no step that needs a reason without one', () => {
    const { return: back, cancel, reopen, transfer } = ticketActs
    const blank = { from: 'accepted', words: ' \n', to: OTHER, photos: [] }
    expect(v.is(back, { ...blank, act: 'return' })).toBe(false)
    expect(v.is(cancel, { ...blank, act: 'cancel' })).toBe(false)
    expect(v.is(reopen, { ...blank, act: 'reopen' })).toBe(false)
    expect(v.is(transfer, { ...blank, act: 'transfer' })).toBe(false)
    expect(v.is(transfer, { ...blank, act: 'transfer', words: '休息' })).toBe(true)
  })
})

describe('tickets', () => {
  it('[TK3] another status than the author saw is noted; the same but not permitted is malformed', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 8 }), act, (past, next) => {
        const ticket = after(received(), past)
        const result = ticketKind.apply(ticket, next, context(99))
        if (!('from' in next)) return
        const seen = ticket.status === next.from
        if (!seen) expect(result.outcome).toBe('noted')
        else if (!PERMITTED[next.act].includes(ticket.status))
          expect(result.outcome).toBe('refused')
        else expect(result.outcome).not.toBe('refused')
      }),
    )
  })

  it('[TK27] closed in another way meanwhile, a second look comes too late and is kept', () => {
    const looked: TicketAct = {
      ...{ act: 'recheck', from: 'closed', passed: false, words: '还在漏', photos: [] },
    }
    const ended = after(received(), [{ act: 'cancel', from: 'received', words: '重复' }])
    const late = ticketKind.apply(ended, looked, context(60))
    expect(late).toMatchObject({ outcome: 'noted', why: 'came-too-late' })
    const kept = after(ended, [looked])
    expect(kept).toMatchObject({ status: 'closed', closing: 'cancelled' })
    expect(kept.thread.at(-1)).toMatchObject({ kind: 'late', step: 'recheck', words: '还在漏' })
    const apart = ticketKind.apply(ended, { act: 'separate', from: 'closed' }, context(61))
    expect(apart).toMatchObject({ outcome: 'noted', why: 'came-too-late' })
  })

  it('[TK5] nothing anybody did leaves the thread', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 10 }), (acts) => {
        let ticket = received()
        for (const [index, deed] of acts.entries()) {
          const here = context(10 + index)
          const result = ticketKind.apply(ticket, deed, here)
          if (result.outcome === 'refused') continue
          expect(result.record.thread.length).toBeGreaterThan(ticket.thread.length)
          expect(result.record.thread.some(({ change }) => change === here.change)).toBe(true)
          expect(ticketKind.apply(result.record, deed, here)).toEqual({
            outcome: 'applied',
            record: result.record,
          })
          ticket = result.record
        }
      }),
    )
  })

  it('[MG1] different fields both stand; of one field the later stands and the other is kept', () => {
    const ticket = received()
    const edit = (title: string): TicketAct => ({
      ...{ act: 'edit', fields: { title: { seen: ticket.title, meant: title } } },
    })
    const first = ticketKind.apply(ticket, edit('电脑改的'), context(50))
    if (first.outcome !== 'applied') throw new Error('not edited')
    const late = ticketKind.apply(first.record, edit('手机早改的'), context(40))
    expect(late).toMatchObject({
      outcome: 'noted',
      why: 'field-lost',
      record: { title: '电脑改的' },
    })
    const later = ticketKind.apply(first.record, edit('手机晚改的'), context(60))
    expect(later).toMatchObject({ outcome: 'applied', record: { title: '手机晚改的' } })
    const urgent = { act: 'edit', fields: { urgent: { seen: false, meant: true } } } as const
    expect(ticketKind.apply(first.record, urgent, context(45))).toMatchObject({
      ...{ outcome: 'applied', record: { title: '电脑改的', urgent: true } },
    })
  })

  it('[TK9] with nobody to tell it waits for a recheck; with somebody, for being told or tried three times', () => {
    const walk: TicketAct[] = [
      { act: 'start', from: 'received', words: '', photos: [] },
      { act: 'resolve', from: 'inProgress', words: '', photos: [] },
    ]
    const own = after(received(), walk)
    expect(whatClosingNeeds(own)).toBe('recheck')
    const tried: TicketAct = {
      ...{ act: 'tellOwner', channel: 'phone', reached: false, words: '', nextWordAt: null },
    }
    const owners = { ...own, home: newId() } as Ticket
    expect(whatClosingNeeds(owners)).toBe('tell-owner')
    expect(whatClosingNeeds(after(owners, [tried, tried], 50))).toBe('tell-owner')
    expect(whatClosingNeeds(after(owners, [tried, tried, tried], 50))).toBeNull()
    expect(whatClosingNeeds(after(owners, [{ ...tried, reached: true }], 50))).toBeNull()
  })

  it('[TK10] the one who fixed is not the one who looks', () => {
    const done = after(received(), [
      { act: 'start', from: 'received', words: '', photos: [] },
      { act: 'resolve', from: 'inProgress', words: '', photos: [] },
    ])
    expect(mayRecheck(done, STAFF)).toBe(false)
    expect(mayRecheck(done, newId())).toBe(true)
  })
})
