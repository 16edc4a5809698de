import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDay } from '../../../src/domain/calendar-day'
import { FIRST_TIMING } from '../../../src/domain/clock/first-timing'
import { daysLeftOut } from '../../../src/domain/clock/left-out'
import { HOURS } from '../../../src/domain/clock/working-calendar'
import { workingBetween } from '../../../src/domain/clock/working-time'
import type { StaffId } from '../../../src/domain/id'
import { DAY, HOUR, MINUTE, type Instant } from '../../../src/domain/instant'
import type { TicketAct } from '../../../src/domain/ticket/act'
import { ticketKind } from '../../../src/domain/ticket/apply'
import { clocksOf, nearestClock, type TicketClock } from '../../../src/domain/ticket/clock'
import { dueOf, type Matter } from '../../../src/domain/ticket/clock-rule'
import { escalationsOf } from '../../../src/domain/ticket/escalation'
import { clockOf, isClockRunning } from '../../../src/domain/ticket/question'
import type { Ticket, TicketId } from '../../../src/domain/ticket/ticket'
import { instantOf } from '../../../src/domain/time-zone'
import { nameId, newId } from '../../support/build/ids'
import { buildPatrol } from '../../support/build/patrol'
import { receiveTicket } from '../../support/build/ticket'

const LI = newId<StaffId>()
const ZHAO = newId<StaffId>()
const community = { ...buildPatrol(LI).community, timing: FIRST_TIMING }
const on = (date: number, hour: number): Instant =>
  instantOf(calendarDay(2026, 9, date), hour * 60, 'Asia/Shanghai')

/** Thursday, the 24th of September 2026, three in the afternoon; no holiday is known. */
const BEGAN = on(24, 15)
const REPAIR: Matter = { kind: 'repair', gravity: 'ordinary', urgent: false }
const HOME = newId<NonNullable<Ticket['home']>>()

const put = (ticket: Ticket | null, at: Instant, act: TicketAct, by = LI): Ticket => {
  const record = ticket?.id ?? newId<TicketId>()
  const context = { at, by, change: newId<never>(), record, nameId }
  const result = ticketKind.apply(ticket, act, context)
  if (result.outcome !== 'applied') throw new Error(`${act.act} ${result.outcome}`)
  return result.record
}
const take = (matter: Matter = REPAIR, over: object = {}, timing = community.timing): Ticket => {
  const due = dueOf(matter, BEGAN, { ...community, timing })
  const { kind, gravity, urgent } = matter
  return put(
    null,
    BEGAN,
    receiveTicket(newId(), LI, { kind, gravity, urgent, due, home: HOME, ...over }),
  )
}
const tell = (ticket: Ticket, at: Instant, over: object = {}) =>
  put(ticket, at, {
    ...{ act: 'tellOwner', channel: 'phone', reached: true, words: '', nextWordAt: null },
    ...over,
  })
const accept = (ticket: Ticket, at: Instant, by = ZHAO) =>
  put(ticket, at, { act: 'accept', from: ticket.status }, by)
const start = (ticket: Ticket, at: Instant) =>
  put(ticket, at, { act: 'start', from: ticket.status, words: '', photos: [] }, ZHAO)
const wait = (ticket: Ticket, at: Instant, until: Instant, why: 'owner' | 'parts' = 'owner') =>
  put(ticket, at, { act: 'putOff', from: ticket.status, why, until, words: '' }, ZHAO)
const fix = (ticket: Ticket, at: Instant) =>
  put(ticket, at, { act: 'resolve', from: ticket.status, words: '好了', photos: [] }, ZHAO)

const named = (ticket: Ticket, name: TicketClock['clock']): TicketClock => {
  const found = clocksOf(ticket).find(({ clock }) => clock === name)
  if (!found) throw new Error(`no ${name}`)
  return found
}
const names = (ticket: Ticket) => clocksOf(ticket).map(({ clock }) => clock)

describe('the clocks of a ticket', () => {
  it('[TK7] stores the main clock with rule and version, over the working calendar', () => {
    expect(dueOf(REPAIR, on(25, 16), community)).toMatchObject({
      ...{ at: on(28, 16), rule: 'ordinaryRepair', version: 1 },
    })
    expect(dueOf({ ...REPAIR, urgent: true }, on(25, 16), community).at).toBe(
      on(25, 16) + 45 * MINUTE,
    )
  })

  it('[CK6] are those of the day it was taken in, whatever the calendar says later', () => {
    const ticket = take()
    const holiday = { ...FIRST_TIMING.calendar, daysOff: [calendarDay(2026, 9, 25)] }
    const later = take(REPAIR, {}, { ...FIRST_TIMING, calendar: holiday })
    expect(named(ticket, 'resolve').at).toBe(on(25, 15))
    expect(named(later, 'resolve').at).toBe(on(28, 15))
  })

  it('[CK7] come by kind, gravity, urgency and channel', () => {
    expect(names(take()).sort()).toEqual(['firstAnswer', 'resolve', 'silence'])
    expect(names(take({ ...REPAIR, urgent: true }))).toContain('onSite')
    const complaint = { ...REPAIR, kind: 'complaint' } as const
    expect(names(take({ ...complaint, gravity: 'major' }))).toContain('leader')
    expect(named(take({ ...complaint, gravity: 'major' }), 'silence').at).toBe(BEGAN + 4 * HOUR)
    const letter = { by: 'owner', channel: 'letter' } as const
    expect(names(take({ ...complaint, origin: letter }, { origin: letter }))).toContain('written')
    expect(names(take({ ...REPAIR, kind: 'praise' }))).not.toContain('resolve')
    expect(names(take(REPAIR, { home: null }))).toEqual(['resolve'])
  })

  it('[CK8] an answer ends the first answer, and nothing else', () => {
    const answered = tell(take(), BEGAN + HOUR)
    expect(named(answered, 'firstAnswer').endedAt).toBe(BEGAN + HOUR)
    expect(named(answered, 'resolve').endedAt).toBeNull()
    expect(named(answered, 'silence').at).toBe(BEGAN + HOUR + DAY)
    const tried = tell(take(), BEGAN + HOUR, { reached: false })
    expect(named(tried, 'firstAnswer').endedAt).toBeNull()
  })

  it('[CK8] arriving ends the way there; put right, what is left is to tell the owner', () => {
    const there = start(accept(take({ ...REPAIR, urgent: true }), BEGAN), BEGAN + HOUR)
    expect(named(there, 'onSite').endedAt).toBe(BEGAN + HOUR)
    const fixed = fix(there, BEGAN + 2 * HOUR)
    expect(named(fixed, 'resolve').endedAt).toBe(BEGAN + 2 * HOUR)
    expect(isClockRunning(fixed)).toBe(true)
    expect(isClockRunning(tell(fixed, BEGAN + 3 * HOUR))).toBe(false)
  })

  it('[CK8] with a word agreed silence is no matter; that word is', () => {
    const agreed = tell(take(), BEGAN + HOUR, { nextWordAt: BEGAN + 3 * HOUR })
    expect(names(agreed)).not.toContain('silence')
    expect(nearestClock(agreed)).toMatchObject({ clock: 'word', at: BEGAN + 3 * HOUR })
  })

  it('[CK9] waiting for the owner stops the clocks, and nobody gains by it', () => {
    const pace = named(take(), 'resolve').arithmetic?.pace
    if (!pace) throw new Error('no pace')
    const minutes = (most: number) => fc.integer({ min: 0, max: most }).map((each) => each * MINUTE)
    fc.assert(
      fc.property(
        fc.constantFrom(...HOURS),
        ...[minutes(5_000), minutes(5_000), minutes(9_000)],
        (hours, before, waited, until) => {
          const timing = {
            ...FIRST_TIMING,
            hours: { ...FIRST_TIMING.hours, ordinaryRepair: hours },
          }
          const own = { ...pace, hours }
          const working = accept(take(REPAIR, {}, timing), BEGAN)
          const plain = named(working, 'resolve').at
          const stopped = BEGAN + before
          const goesOn = stopped + waited
          const back = start(wait(working, stopped, stopped + until), goesOn)
          const resumed = named(back, 'resolve').at
          expect(resumed).toBeGreaterThanOrEqual(plain)
          if (stopped >= plain) expect(resumed).toBe(plain)
          else {
            const end = Math.min(goesOn, stopped + until)
            expect(workingBetween(end, resumed, own)).toBe(workingBetween(stopped, plain, own))
          }
        },
      ),
    )
  })

  it('[CK9] a wait of no length, and one for anything but the owner, gives no time', () => {
    const working = accept(take(), BEGAN)
    const plain = named(working, 'resolve').at
    const once = start(wait(working, BEGAN + HOUR, BEGAN + DAY), BEGAN + HOUR)
    expect(named(once, 'resolve').at).toBe(plain)
    const parts = wait(working, BEGAN + HOUR, plain + DAY, 'parts')
    expect(named(parts, 'resolve').at).toBe(plain + DAY)
    expect(named(start(parts, BEGAN + 2 * HOUR), 'resolve').at).toBe(plain)
  })

  it('[CK10] the nearest clock is the ticket’s; a ticket of an earlier app keeps its one', () => {
    const ticket = take({ ...REPAIR, urgent: true })
    expect(clockOf(ticket)).toBe(BEGAN + 45 * MINUTE)
    const { timing: _, ...due } = ticket.due
    expect(clocksOf({ ...ticket, due })).toMatchObject([{ clock: 'work', at: due.at }])
  })

  it('[CK11] the days that did not count are named', () => {
    const { at, arithmetic } = named(take({ ...REPAIR, kind: 'defect' }), 'resolve')
    if (!arithmetic) throw new Error('no arithmetic')
    expect(daysLeftOut(arithmetic.from, at, arithmetic.pace)).toEqual([
      calendarDay(2026, 9, 26),
      calendarDay(2026, 9, 27),
    ])
  })
})

describe('[CK12] who is told when a clock runs out', () => {
  const { escalation } = FIRST_TIMING
  const steps = (ticket: Ticket, now: Instant) =>
    escalationsOf(ticket, escalation, now).map(({ clock, step, at, to }) => [clock, step, at, to])

  it('is whoever answers for it, then the supervisor, then the manager', () => {
    const ticket = accept(take({ ...REPAIR, urgent: true }, { home: null }), BEGAN + MINUTE)
    const due = BEGAN + 45 * MINUTE
    expect(steps(ticket, due + 5 * HOUR)).toEqual([
      ['onSite', 'overdue', due, ZHAO],
      ['onSite', 'supervisor', due + 30 * MINUTE, null],
      ['onSite', 'manager', due + 4 * HOUR, null],
    ])
    expect(steps(ticket, due - 1)).toEqual([])
  })

  it('is nobody any more once the thing was done', () => {
    const late = start(
      accept(take({ ...REPAIR, urgent: true }, { home: null }), BEGAN),
      BEGAN + HOUR,
    )
    expect(steps(late, BEGAN + 5 * HOUR)).toEqual([
      ['onSite', 'overdue', BEGAN + 45 * MINUTE, ZHAO],
    ])
  })

  it('is the supervisor where nobody took it, again after a return', () => {
    const ticket = take(REPAIR, { home: null })
    const first = ['unassigned', 'supervisor', BEGAN + 30 * MINUTE, null]
    expect(steps(ticket, BEGAN + HOUR)).toEqual([first])
    const given = accept(ticket, BEGAN + HOUR)
    const back = put(given, BEGAN + 2 * HOUR, { act: 'return', from: 'accepted', words: '' }, ZHAO)
    expect(steps(back, BEGAN + 3 * HOUR)).toEqual([
      first,
      ['unassigned', 'supervisor', BEGAN + 2 * HOUR + 30 * MINUTE, null],
    ])
    expect(steps(accept(ticket, BEGAN + MINUTE), BEGAN + HOUR)).toEqual([])
  })

  it('never unsays what was told: later there is more, and the earlier stands', () => {
    fc.assert(
      fc.property(fc.nat(9_000), fc.nat(9_000), (one, more) => {
        const ticket = accept(take(REPAIR), BEGAN + HOUR)
        const then = steps(ticket, BEGAN + one * MINUTE)
        const later = steps(ticket, BEGAN + (one + more) * MINUTE)
        expect(later.slice(0, then.length)).toEqual(then)
      }),
    )
  })
})
