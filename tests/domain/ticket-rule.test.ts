import { describe, expect, it } from 'vitest'
import type { Caller } from '../../src/domain/caller'
import { callerKind } from '../../src/domain/caller'
import { HOUR, MINUTE } from '../../src/domain/instant'
import type { ActContext, Applied } from '../../src/domain/record-kind'
import type { TicketAct } from '../../src/domain/ticket/act'
import { ticketKind } from '../../src/domain/ticket/apply'
import { dueOf } from '../../src/domain/ticket/clock-rule'
import { isClockRunning, isOverdue } from '../../src/domain/ticket/question'
import { TICKET_STATUSES, type Ticket } from '../../src/domain/ticket/ticket'
import { handlerOf } from '../../src/domain/ticket/handler'
import { nameId, newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { ROUND_THE_CLOCK } from '../support/build/timing'

const [wang, zhao, zhou] = [
  newId<ActContext['by']>(),
  newId<ActContext['by']>(),
  newId<ActContext['by']>(),
]
const context = (at: number, by: ActContext['by']): ActContext => ({
  ...{ at, by, change: newId(), record: newId(), nameId },
})

const born = (over: Parameters<typeof receiveTicket>[2] = {}): Ticket => {
  const result = ticketKind.apply(null, receiveTicket(newId(), zhou, over), context(1, wang))
  if (result.outcome !== 'applied') throw new Error(result.outcome)
  return result.record
}
const does = (ticket: Ticket, act: TicketAct, by = zhao) =>
  ticketKind.apply(ticket, act, context(10, by))
const done = (ticket: Ticket, ...acts: readonly TicketAct[]): Ticket =>
  acts.reduce((held, act) => {
    const result = does(held, act)
    if (result.outcome !== 'applied') throw new Error(`${act.act}: ${result.outcome}`)
    return result.record
  }, ticket)

const start = (from: Ticket['status']): TicketAct => ({ act: 'start', from, words: '', photos: [] })
const resolve: TicketAct = { act: 'resolve', from: 'inProgress', words: '', photos: [] }

/** A ticket as it stands in each status, by the shortest way there. */
const IN: Readonly<Record<Ticket['status'], () => Ticket>> = {
  received: () => born(),
  assigned: () => done(born(), { act: 'assign', from: 'received', to: zhao, words: '' }),
  accepted: () => done(born(), { act: 'accept', from: 'received' }),
  inProgress: () => done(born(), start('received')),
  putOff: () =>
    done(born(), start('received'), {
      ...{ act: 'putOff', from: 'inProgress', why: 'parts', until: 99, words: '' },
    }),
  resolved: () => done(born(), start('received'), resolve),
  closed: () => done(born(), { act: 'cancel', from: 'received', words: '弄错了' }),
}

const AT_WORK = ['assigned', 'accepted', 'inProgress', 'putOff']
/** The rule as it is written, by status. */
const RULE: Readonly<Record<string, readonly string[]>> = {
  assign: ['received', ...AT_WORK],
  decline: ['received', ...AT_WORK],
  join: ['received', ...AT_WORK],
  accept: ['received', 'assigned'],
  return: AT_WORK,
  transfer: AT_WORK,
  resolve: AT_WORK,
  engage: AT_WORK,
  start: ['received', 'assigned', 'accepted', 'putOff'],
  putOff: ['accepted', 'inProgress', 'putOff'],
  recheck: ['resolved'],
  close: ['resolved'],
  cancel: ['received', 'assigned', 'accepted', 'putOff'],
  reopen: ['closed'],
}

const stepFrom = (act: string, from: Ticket['status']): TicketAct => {
  const steps: Readonly<Record<string, object>> = {
    ...{ assign: { to: zhao, words: '' }, decline: { words: '不在范围' }, join: { into: newId() } },
    ...{ accept: {}, return: { words: '走不开' }, transfer: { to: zhou, words: '换班' } },
    ...{ resolve: { words: '', photos: [] }, start: { words: '', photos: [] }, close: {} },
    ...{ engage: { name: '维保', what: '查', until: 99 }, cancel: { words: '弄错' } },
    ...{ putOff: { why: 'parts', until: 99, words: '' }, reopen: { words: '又坏', photos: [] } },
    ...{ recheck: { passed: false, words: '还漏', photos: [] } },
  }
  return { act, from, ...steps[act] } as TicketAct
}

describe('a ticket', () => {
  it('[TK1] keeps who took it and who is first responsible, whoever handles it', () => {
    const ticket = done(
      born(),
      { act: 'assign', from: 'received', to: zhao, words: '' },
      { act: 'accept', from: 'assigned' },
      { act: 'transfer', from: 'accepted', to: zhou, words: '换班' },
    )
    expect(handlerOf(ticket)).toBe(zhou)
    expect([ticket.takenBy, ticket.firstResponsible]).toEqual([wang, zhou])
  })

  it('[TK2] names the home it concerns and never who spoke: that is a record in another scope', () => {
    const caller: Caller = {
      ...{ id: newId(), community: newId(), ticket: newId() },
      ...{ name: '吴女士', phone: '13800001234', words: '', saidAt: 1, dials: [] },
    }
    const ticket = born({ caller: caller.id, home: newId() })
    expect(JSON.stringify(ticket)).not.toContain('吴女士')
    expect(JSON.stringify(ticket)).not.toContain('13800001234')
    expect(callerKind.scopeOf(caller)).not.toBe(ticketKind.scopeOf(ticket))
  })

  /** [TK27] Right by its status, too late for how it was closed. */
  const isClosedOtherwise = (act: string, result: Applied<Ticket>): boolean =>
    ['recheck', 'separate'].includes(act) && result.outcome === 'noted'

  it.each(Object.keys(RULE))('[TK4] permits %s from just the statuses the rule names', (act) => {
    const permitted = TICKET_STATUSES.filter((status) => {
      const result = does(IN[status](), stepFrom(act, status))
      return result.outcome !== 'refused' && !isClosedOtherwise(act, result)
    })
    expect([...permitted].sort()).toEqual([...(RULE[act] ?? [])].sort())
  })

  it('[TK7] has the clock of the community’s figure for its rule, and keeps rule and version', () => {
    const deadlines = {
      ...{ version: 7, urgentOnSite: 45, ordinaryRepair: 1_440, complaintFirstAnswer: 1_441 },
      ...{ majorToLeader: 60, defect: 4_320, hazard: 240 },
    }
    const due = (kind: Ticket['kind'], gravity: Ticket['gravity'] = 'ordinary', urgent = false) =>
      dueOf({ kind, gravity, urgent }, HOUR, { deadlines, timing: ROUND_THE_CLOCK, zone: 'UTC' })
    expect(due('complaint', 'major', true)).toMatchObject({
      ...{ at: HOUR + 60 * MINUTE, rule: 'majorToLeader', version: 7 },
    })
    expect(due('repair', 'ordinary', true).rule).toBe('urgentOnSite')
    expect(due('hazard').at).toBe(HOUR + 240 * MINUTE)
    expect(due('defect').rule).toBe('defect')
    expect(due('repair').rule).toBe('ordinaryRepair')
    expect(due('praise').rule).toBe('complaintFirstAnswer')
  })

  it('[TK8] its clock runs until the matter is put right, not until it is closed', () => {
    const late = born().due.at + 1
    for (const status of ['received', 'assigned', 'accepted', 'inProgress', 'putOff'] as const) {
      expect([status, isClockRunning(IN[status]())]).toEqual([status, true])
      expect([status, isOverdue(IN[status](), late)]).toEqual([status, true])
    }
    expect(isClockRunning(IN.resolved())).toBe(false)
    expect(isOverdue(IN.resolved(), late)).toBe(false)
    expect(isOverdue(IN.closed(), late)).toBe(false)
  })
})
