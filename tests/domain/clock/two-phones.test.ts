import { describe, expect, it } from 'vitest'
import { calendarDay } from '../../../src/domain/calendar-day'
import { FIRST_TIMING } from '../../../src/domain/clock/first-timing'
import type { StaffId } from '../../../src/domain/id'
import { HOUR, MINUTE, type Instant } from '../../../src/domain/instant'
import type { TicketAct } from '../../../src/domain/ticket/act'
import { ticketKind } from '../../../src/domain/ticket/apply'
import { clocksOf, type TicketClock } from '../../../src/domain/ticket/clock'
import { dueAs, dueOf, type Matter } from '../../../src/domain/ticket/clock-rule'
import { escalationsOf } from '../../../src/domain/ticket/escalation'
import type { Ticket, TicketId } from '../../../src/domain/ticket/ticket'
import { instantOf } from '../../../src/domain/time-zone'
import { nameId, newId } from '../../support/build/ids'
import { buildPatrol } from '../../support/build/patrol'
import { receiveTicket } from '../../support/build/ticket'

const [LI, WANG, ZHAO] = [newId<StaffId>(), newId<StaffId>(), newId<StaffId>()]
const community = { ...buildPatrol(LI).community, timing: FIRST_TIMING }
const at = (hour: number): Instant =>
  instantOf(calendarDay(2026, 9, 24), hour * 60, 'Asia/Shanghai')
const REPAIR: Matter = { kind: 'repair', gravity: 'ordinary', urgent: true }

const put = (ticket: Ticket | null, when: Instant, act: TicketAct, by = LI): Ticket => {
  const record = ticket?.id ?? newId<TicketId>()
  const context = { at: when, by, change: newId<never>(), record, nameId }
  const result = ticketKind.apply(ticket, act, context)
  if (result.outcome === 'refused') throw new Error(`${act.act} ${result.why}`)
  return result.record
}
/** Taken in at nine, by a phone whose clock is ahead by so much. */
const take = (ahead = 0): Ticket =>
  put(
    null,
    at(9),
    receiveTicket(newId(), LI, {
      ...{ kind: 'repair', gravity: 'ordinary', urgent: true, home: newId() },
      due: dueOf(REPAIR, at(9) + ahead, community),
    }),
  )
const tell = (ticket: Ticket, when: Instant) =>
  put(ticket, when, {
    ...{ act: 'tellOwner', channel: 'phone', reached: true, words: '', nextWordAt: null },
  })
const named = (ticket: Ticket, name: TicketClock['clock']) =>
  clocksOf(ticket).find(({ clock }) => clock === name)

describe('a ticket whose phones do not agree on the time', () => {
  it('[CK6] begins when it was taken in by everybody’s clock, not by its own phone’s', () => {
    const [right, fast] = [take(), take(8 * MINUTE)]
    expect(fast.due.timing?.from).toBe(at(9))
    expect(fast.due.at).toBe(right.due.at)
    expect(named(tell(fast, at(9) + MINUTE), 'firstAnswer')?.endedAt).toBe(at(9) + MINUTE)
    expect(clocksOf(fast)).toEqual(clocksOf(right))
  })

  it('[CK8] was answered when somebody first did, whoever’s phone was heard first', () => {
    const ticket = tell(tell(take(), at(14)), at(10))
    expect(named(ticket, 'firstAnswer')?.endedAt).toBe(at(10))
  })
})

describe('waiting for the owner', () => {
  it('[CK9] goes on holding silence after a word in the midst of it', () => {
    const accepted = put(take(), at(9), { act: 'accept', from: 'received' })
    const until = at(9) + 96 * HOUR
    const why = { why: 'owner', until, words: '' } as const
    const waiting = put(accepted, at(10), { act: 'putOff', from: 'accepted', ...why })
    const silence = named(tell(waiting, at(11)), 'silence')
    expect(silence?.at).toBeGreaterThan(until)
  })
})

describe('a ticket passed on and turned down', () => {
  const passed = () => {
    const accepted = put(take(), at(9), { act: 'accept', from: 'received' }, WANG)
    return put(
      accepted,
      at(10),
      { act: 'transfer', from: 'accepted', to: ZHAO, words: '找赵工' },
      WANG,
    )
  }

  it('[TK12] [CK12] is its giver’s again, and nobody is told that nobody has it', () => {
    const returned = put(
      passed(),
      at(11),
      { act: 'return', from: 'assigned', words: '我休息' },
      ZHAO,
    )
    expect(returned).toMatchObject({ status: 'accepted', handler: WANG })
    const told = escalationsOf(returned, FIRST_TIMING.escalation, at(23))
    expect(told.filter(({ clock, due }) => clock === 'unassigned' && due >= at(9) + 1)).toEqual([])
  })

  it('[TK12] [CK12] is its giver’s to answer for until it is accepted', () => {
    const told = escalationsOf(passed(), FIRST_TIMING.escalation, at(24 * 6))
    const late = told.filter(({ step, at: when }) => step === 'overdue' && when > at(10))
    expect(late.length).toBeGreaterThan(0)
    expect(late.map(({ to }) => to)).toEqual(late.map(() => WANG))
  })
})

describe('a ticket handed to the leader', () => {
  const raise = (ticket: Ticket) =>
    put(ticket, at(10), {
      ...{ act: 'raise', reason: '伤了人', words: '', leader: ZHAO },
      due: dueAs(ticket, 'major', community),
    })

  it('[MJ2] keeps the leader’s clock when the step before is taken back', () => {
    const accepted = put(take(), at(9), { act: 'accept', from: 'received' })
    const change = accepted.before?.change
    if (!change) throw new Error('nothing to take back')
    const undone = put(raise(accepted), at(11), { act: 'undo', change })
    expect(undone.status).toBe('received')
    expect(named(undone, 'leader')?.endedAt).toBeNull()
  })

  it('[CK6] keeps all other clocks and the calendar as they were set', () => {
    const before = take()
    const changed = {
      ...community.timing,
      figures: { ...community.timing.figures, silenceMajor: 30 },
    }
    const due = dueAs(before, 'major', { ...community, timing: changed })
    expect(due.timing?.calendar).toEqual(before.due.timing?.calendar)
    const others = (of: Ticket['due']) =>
      of.timing?.clocks.filter(({ clock }) => clock !== 'leader' && clock !== 'silence')
    expect(others(due)).toEqual(others(before.due))
    expect(due.timing?.clocks.find(({ clock }) => clock === 'silence')?.minutes).toBe(30)
    expect(dueAs({ ...before, due }, 'ordinary', community)).toEqual(before.due)
  })
})
