import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { calendarDay } from '../../src/domain/calendar-day'
import type { CommunityId } from '../../src/domain/community'
import type { StaffId } from '../../src/domain/id'
import { HOUR } from '../../src/domain/instant'
import type { Given } from '../../src/domain/promise/given'
import type { OwnerPromiseId } from '../../src/domain/promise/promise'
import type { ActContext } from '../../src/domain/record-kind'
import { callersScope } from '../../src/domain/scope'
import type { TicketAct } from '../../src/domain/ticket/act'
import { ticketKind } from '../../src/domain/ticket/apply'
import type { Ticket, TicketId } from '../../src/domain/ticket/ticket'
import {
  departmentsOn,
  leftOut,
  lineFault,
  missedSince,
  mustSayWhy,
  promiseMustSay,
  promisesToWrapUp,
  sinceWrapUp,
  ticketsToWrapUp,
  toldOf,
  wasOpenAt,
} from '../../src/domain/wrap-up/question'
import { wrapUpId, wrapUpKind, type WrapUp, type WrapUpAct } from '../../src/domain/wrap-up/wrap-up'
import { nameId, newId } from '../support/build/ids'
import { photoRef } from '../support/build/patrol'
import { receiveTicket } from '../support/build/ticket'

const [LI, ZHAO, COMMUNITY] = [newId<StaffId>(), newId<StaffId>(), newId<CommunityId>()]
const DAY = calendarDay(2026, 11, 24)
const BEGAN = 1_000 * HOUR
const ID = wrapUpId(LI, COMMUNITY, DAY, nameId)

const context = (at: number, by = LI, record: string = ID): ActContext => ({
  ...{ at, by, change: newId(), record, nameId },
})
const HOME = newId<NonNullable<Ticket['home']>>()

/** A ticket as its steps made it, each at its hour of the day. */
const ticketOf = (
  over: Partial<Ticket> & { readonly at?: number; readonly by?: StaffId } = {},
  ...steps: readonly (readonly [hour: number, by: StaffId, act: TicketAct])[]
): Ticket => {
  const id = newId<TicketId>()
  const { at = 9, by = LI, kind = 'complaint', home = HOME } = over
  const receive = receiveTicket(COMMUNITY, by, { kind, home })
  let ticket: Ticket | null = null
  for (const [hour, who, act] of [[at, by, receive] as const, ...steps]) {
    const done = ticketKind.apply(ticket, act, context(BEGAN + hour * HOUR, who, id))
    if (done.outcome !== 'applied') throw new Error(`${act.act} was ${done.outcome}`)
    ticket = done.record
  }
  if (!ticket) throw new Error('Nothing was received')
  return ticket
}
const words = (text: string): TicketAct => ({ act: 'say', words: text, photos: [] })
const told = (reached: boolean): TicketAct => ({
  ...{ act: 'tellOwner', channel: 'phone', reached, words: '说了', nextWordAt: null },
})
const resolve: TicketAct = { act: 'resolve', from: 'accepted', words: '换好了', photos: [] }
const settled = (from: number): (readonly [number, StaffId, TicketAct])[] => [
  [from, ZHAO, { act: 'accept', from: 'received' }],
  [from + 1, ZHAO, resolve],
  [from + 2, LI, told(true)],
  [from + 3, LI, { act: 'close', from: 'resolved' }],
]

const save = (tickets: readonly Ticket[], why = '等配件', said = ''): WrapUpAct => ({
  ...{ act: 'save', community: COMMUNITY, staff: LI, day: DAY, words: said },
  open: tickets.length,
  promises: [],
  lines: tickets.map(({ id, status }) => ({
    ...{ ticket: id, status, told: 'notTold', why, next: '明天跟进' },
  })),
})
const applied = (record: WrapUp | null, act: WrapUpAct, at: number, by = LI): WrapUp => {
  const done = wrapUpKind.apply(record, act, context(at, by))
  if (done.outcome !== 'applied') throw new Error(done.outcome)
  return done.record
}

describe('a wrap-up', () => {
  it('[WU1] is nobody else’s to write', () => {
    const act: WrapUpAct = {
      ...{
        act: 'save',
        community: COMMUNITY,
        staff: LI,
        day: DAY,
        lines: [],
        promises: [],
        open: 0,
        words: '',
      },
    }
    expect(wrapUpKind.apply(null, act, context(BEGAN, ZHAO)).outcome).toBe('refused')
    expect(wrapUpKind.apply(null, act, context(BEGAN, LI)).outcome).toBe('applied')
  })

  it('[WU1] is one per person and day, and none under another name', () => {
    const act = save([ticketOf()])
    const first = applied(null, act, BEGAN)
    expect(v.is(wrapUpKind.record, first)).toBe(true)
    expect(applied(first, act, BEGAN + 1).id).toBe(first.id)
    const other = { ...act, day: calendarDay(2026, 11, 25) }
    expect(wrapUpKind.apply(null, other, context(BEGAN)).outcome).toBe('refused')
    expect(wrapUpId(ZHAO, COMMUNITY, DAY, nameId)).not.toBe(ID)
  })

  it('[WU9] lies with those who talk with owners, since its words may say what owners said', () => {
    const saved = applied(null, save([ticketOf()]), BEGAN)
    expect(wrapUpKind.scopeOf(saved)).toBe(callersScope(COMMUNITY))
  })

  it('[WU2] is corrected, and keeps what was said before; the same change twice is one', () => {
    const [one, two] = [ticketOf(), ticketOf()]
    const first = applied(null, save([one, two], '等配件', '先这样'), BEGAN)
    const lines = [...save([one], '等业主').lines, ...save([two]).lines]
    const act = { ...save([one, two]), lines, words: '改过' }
    const at = context(BEGAN + HOUR)
    const again = wrapUpKind.apply(first, act, at)
    if (again.outcome !== 'applied') throw new Error(again.outcome)
    const [, entry] = again.record.thread
    expect(entry).toMatchObject({ kind: 'corrected', before: { words: '先这样' } })
    expect(entry?.kind === 'corrected' && entry.before.lines.map(({ why }) => why)).toEqual([
      '等配件',
    ])
    expect(wrapUpKind.apply(again.record, act, at)).toEqual(again)
  })

  it('[WU2] made earlier and come later it changes nothing, and is kept', () => {
    const ticket = ticketOf()
    const held = applied(null, save([ticket], '等业主'), BEGAN + HOUR)
    const late = wrapUpKind.apply(held, save([ticket], '早先写的', '早'), context(BEGAN))
    expect(late).toMatchObject({ outcome: 'noted', why: 'field-lost' })
    if (late.outcome !== 'noted') return
    expect(late.record.lines).toEqual(held.lines)
    expect(JSON.stringify(late.record.thread)).toContain('早先写的')
  })

  it('[WU3] goes through today’s complaints and all that is open and hers, complaints first', () => {
    const repair = ticketOf({ kind: 'repair', at: 8 })
    const done = ticketOf({ at: 9 }, ...settled(10))
    const old = ticketOf({ at: -90 })
    const oldDone = ticketOf({ at: -90 }, ...settled(-80))
    const his = ticketOf({ by: ZHAO })
    const listed = ticketsToWrapUp([repair, done, old, oldDone, his, old], LI, BEGAN)
    expect(listed).toEqual([old, done, repair])
  })

  it('[WU4] asks an open complaint for its reason and its next step, and nothing else for any', () => {
    expect(mustSayWhy(ticketOf())).toBe(true)
    expect(mustSayWhy(ticketOf({}, ...settled(10)))).toBe(false)
    expect(mustSayWhy(ticketOf({ kind: 'repair' }))).toBe(false)
    expect(lineFault({ why: ' ', next: '明天' })).toBe('why')
    expect(lineFault({ why: '等配件', next: '' })).toBe('next')
    expect(lineFault({ why: '等配件', next: '明天' })).toBeNull()
  })

  it('says of the owner no more than the thread does', () => {
    expect(toldOf(ticketOf({ home: null }))).toBe('nobody')
    expect(toldOf(ticketOf())).toBe('notTold')
    expect(toldOf(ticketOf({}, [10, LI, told(false)]))).toBe('tried')
    expect(toldOf(ticketOf({}, [10, LI, told(false)], [11, LI, told(true)]))).toBe('told')
  })

  it('[WU6] has the last words of each department, and none of her own', () => {
    const [he, guard] = [newId<StaffId>(), newId<StaffId>()]
    const ticket = ticketOf(
      {},
      [10, ZHAO, words('去看')],
      [11, he, words('配件下午到')],
      [12, guard, words('门锁着')],
      [13, LI, words('我催一下')],
    )
    const departmentOf = (who: StaffId) => (who === guard ? 'security' : 'engineer')
    expect(departmentsOn(ticket, LI, departmentOf).map((each) => each.words)).toEqual([
      '门锁着',
      '配件下午到',
    ])
  })

  it('[WU6] has what they had said until then, whatever was said since', () => {
    const ticket = ticketOf({}, [10, ZHAO, words('配件下午到')], [18, ZHAO, words('换好了')])
    const said = departmentsOn(ticket, LI, () => 'engineer', BEGAN + 17 * HOUR)
    expect(said.map((each) => each.words)).toEqual(['配件下午到'])
  })

  it('[WU10] goes through what one has to keep: all that is open, and what this day ended', () => {
    const given = (key: string, over: Partial<Given>): Given => ({
      ...{ key, kind: 'promise', keeper: LI, askedOf: null, saidBy: LI, saidAt: BEGAN },
      ...{ words: '回电', home: HOME, caller: null, ticket: null, dueAt: BEGAN + 60 * HOUR },
      ...{ fate: 'open', settledAt: null, isOfBuilding: false, explained: '', ...over },
    })
    const day = { began: BEGAN, ends: BEGAN + 24 * HOUR }
    const ahead = given('ahead', {})
    const soon = given('soon', { dueAt: BEGAN + 20 * HOUR })
    const past = given('past', { fate: 'overdue', dueAt: BEGAN + HOUR })
    const broken = given('broken', { fate: 'broken', settledAt: BEGAN + 9 * HOUR })
    const kept = given('kept', { fate: 'kept', settledAt: BEGAN + 8 * HOUR })
    const long = given('long', { fate: 'kept', dueAt: BEGAN - 9, settledAt: BEGAN - 9 * HOUR })
    const his = given('his', { keeper: ZHAO })
    const later = given('later', { saidAt: BEGAN + 25 * HOUR })
    const all = [ahead, soon, past, broken, kept, long, his, later]
    expect(promisesToWrapUp(all, LI, day)).toEqual([past, broken, soon, ahead, kept])
    expect(all.filter(promiseMustSay)).toEqual([past, broken])
    const wrapUp = {
      ...applied(null, save([]), BEGAN),
      promises: [
        { promise: 'past' as OwnerPromiseId, fate: 'overdue' as const, why: '', next: '' },
      ],
    }
    expect(missedSince(wrapUp, all)).toEqual([broken])
  })

  it('[WU7] is counted against what was open then, whatever became of it since', () => {
    const [kept, later] = [ticketOf(), ticketOf()]
    const wrapUp = applied(null, save([kept]), BEGAN + 17 * HOUR)
    const since = ticketOf({ at: 18 })
    const closedLater = ticketOf({ at: 9 }, ...settled(18))
    const closedBefore = ticketOf({ at: 9 }, ...settled(10))
    expect(leftOut(wrapUp, [kept, later, since, closedLater, closedBefore])).toEqual([
      later,
      closedLater,
    ])
  })

  it('[WU7] nothing that was gone through was left out, and nothing left out was not open', () => {
    const hour = fc.integer({ min: 0, max: 23 })
    const life = fc.record({ at: hour, closes: fc.option(hour), again: fc.option(hour) })
    fc.assert(
      fc.property(fc.array(life, { maxLength: 8 }), hour, (lives, saved) => {
        const tickets = lives.map(({ at, closes, again }) => {
          const closing = closes === null ? [] : settled(at + 1 + closes)
          const reopen = { act: 'reopen', from: 'closed', words: '又来了', photos: [] } as const
          const reopening =
            closes === null || again === null
              ? []
              : [[at + closes + 5 + again, LI, reopen] as const]
          return ticketOf({ at }, ...closing, ...reopening)
        })
        const at = BEGAN + saved * HOUR
        const openThen = tickets.filter((ticket) => wasOpenAt(ticket, at))
        expect(leftOut(applied(null, save(openThen), at), tickets)).toEqual([])
        const none = leftOut(applied(null, save([]), at), tickets)
        expect(none).toEqual(openThen)
        for (const ticket of none) expect(ticket.receivedAt).toBeLessThanOrEqual(at)
      }),
    )
  })

  it('[WU7] follows a ticket closed, reopened and rechecked', () => {
    const photos = [photoRef('a')]
    const reopen = { act: 'reopen', from: 'closed', words: '又滴水', photos: [] } as const
    const ticket = ticketOf(
      { home: null, at: 1 },
      [2, ZHAO, { act: 'accept', from: 'received' }],
      [3, ZHAO, resolve],
      [4, LI, { act: 'recheck', from: 'resolved', passed: true, words: '', photos }],
      [6, LI, reopen],
    )
    const hours = [0, 1, 3, 4, 5, 6].map((hour) => wasOpenAt(ticket, BEGAN + hour * HOUR))
    expect(hours).toEqual([false, true, true, false, false, true])
  })

  it('[WU8] leaves over each complaint that came in since', () => {
    const [kept, since, repair] = [ticketOf(), ticketOf(), ticketOf({ kind: 'repair' })]
    expect(sinceWrapUp(null, [kept, since])).toEqual([kept, since])
    const wrapUp = applied(null, save([kept]), BEGAN)
    expect(sinceWrapUp(wrapUp, [kept, since, repair])).toEqual([since])
  })
})
