import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CommunityId } from '../../src/domain/community'
import type { StaffId } from '../../src/domain/id'
import { DAY, HOUR } from '../../src/domain/instant'
import type { Given } from '../../src/domain/promise/given'
import type { TicketAct } from '../../src/domain/ticket/act'
import { ticketKind } from '../../src/domain/ticket/apply'
import type { Ticket, TicketId } from '../../src/domain/ticket/ticket'
import { countWeek } from '../../src/domain/weekly-sheet/count-week'
import { FIGURES, type Figure } from '../../src/domain/weekly-sheet/weekly-sheet'
import { nameId, newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'

const [LI, COMMUNITY] = [newId<StaffId>(), newId<CommunityId>()]
const HOME = newId<NonNullable<Ticket['home']>>()
const BEGAN = 1_000 * DAY
const UNTIL = BEGAN + 7 * DAY - 1

interface Life {
  readonly at: number
  readonly major?: boolean
  readonly told?: number | null
  readonly closed?: number | null
  readonly again?: number | null
}

/** A complaint by the days of its life, counted from the week's beginning; due a day after it came. */
const complaint = ({ at, major, told = null, closed = null, again = null }: Life): Ticket => {
  const record = newId<TicketId>()
  const receive = receiveTicket(COMMUNITY, LI, {
    ...{ kind: 'complaint', home: HOME, gravity: major ? 'major' : 'ordinary' },
    due: { at: BEGAN + (at + 1) * DAY, rule: 'complaintFirstAnswer', version: 1 },
  })
  const tell: TicketAct = {
    ...{ act: 'tellOwner', channel: 'phone', reached: true, words: '说了', nextWordAt: null },
  }
  const closing: TicketAct[] = [
    { act: 'accept', from: 'received' },
    { act: 'resolve', from: 'accepted', words: '好了', photos: [] },
    tell,
    { act: 'close', from: 'resolved' },
  ]
  const steps: (readonly [number, TicketAct])[] = [
    [at, receive],
    ...(told === null ? [] : [[told, tell] as const]),
    ...(closed === null ? [] : closing.map((act, index) => [closed + index / 1_000, act] as const)),
    ...(closed === null || again === null
      ? []
      : [[again, { act: 'reopen', from: 'closed', words: '又来了', photos: [] }] as const]),
  ]
  let ticket: Ticket | null = null
  for (const [day, act] of steps) {
    const time = BEGAN + day * DAY
    const context = { at: time, by: LI, change: newId<never>(), record, nameId }
    const done = ticketKind.apply(ticket, act, context)
    if (done.outcome !== 'applied') throw new Error(`${act.act} was ${done.outcome}`)
    ticket = done.record
  }
  if (!ticket) throw new Error('Nothing was received')
  return ticket
}
const count = (complaints: readonly Ticket[], promises: readonly Given[] | null = []) => {
  const { figures, counted } = countWeek({ began: BEGAN, until: UNTIL, complaints, promises })
  const valueOf = (figure: Figure) => figures.find((each) => each.figure === figure)?.value
  return { figures, counted, valueOf }
}

describe('a week', () => {
  it('[WS4] counts what came, what was told, what was answered late, what is open and since when', () => {
    const { valueOf } = count([
      complaint({ at: 1, told: 1.5, closed: 2 }),
      complaint({ at: 2, major: true, told: 4 }),
      complaint({ at: 3 }),
      complaint({ at: -3, told: -2 }),
      complaint({ at: -9, told: -8, closed: -5, again: 2 }),
      complaint({ at: -9, told: -8, closed: -5 }),
      complaint({ at: 8 }),
    ])
    expect(Object.fromEntries(FIGURES.map((figure) => [figure, valueOf(figure)]))).toEqual({
      ...{ taken: 3, major: 1, closed: 1, open: 4, openFromBefore: 2, late: 2 },
      ...{ told: 2, notTold: 1, reopened: 1, promised: 0, promiseKept: 0, promiseBroken: 0 },
    })
  })

  it('[WS4] every number is the number of the records it was counted from', () => {
    const day = fc.double({ min: -9, max: 9, noNaN: true })
    const life = fc.record({
      at: day,
      after: fc.option(fc.double({ min: 0.1, max: 9, noNaN: true })),
    })
    fc.assert(
      fc.property(fc.array(life, { maxLength: 12 }), (lives) => {
        const complaints = lives.map(({ at, after }) =>
          complaint({ at, closed: after === null ? null : at + after }),
        )
        const { figures, counted, valueOf } = count(complaints)
        for (const { figure, value } of figures)
          expect(counted.filter((each) => each.in.includes(figure))).toHaveLength(value ?? 0)
        expect((valueOf('told') ?? 0) + (valueOf('notTold') ?? 0)).toBe(valueOf('taken'))
        expect(valueOf('openFromBefore')).toBeLessThanOrEqual(valueOf('open') ?? 0)
      }),
    )
  })

  it('[WS5] leaves promises blank where not all are held, and counts them by how they ended', () => {
    expect(count([], null).valueOf('promised')).toBeNull()
    const given = (over: Partial<Given>): Given => ({
      ...{ key: newId(), kind: 'promise', keeper: LI, askedOf: null, saidBy: LI, words: '' },
      ...{ saidAt: BEGAN - DAY, home: HOME, caller: null, ticket: null, dueAt: BEGAN + DAY },
      ...{ fate: 'open', settledAt: null, isOfBuilding: false, explained: '', ...over },
    })
    const { valueOf } = count(
      [],
      [
        given({ fate: 'kept', settledAt: BEGAN + HOUR }),
        given({ fate: 'late', settledAt: BEGAN + 2 * DAY }),
        given({ fate: 'broken', settledAt: BEGAN + HOUR }),
        given({ fate: 'overdue', saidAt: BEGAN + HOUR }),
        given({ fate: 'broken', settledAt: BEGAN - HOUR }),
      ],
    )
    const figures = ['promised', 'promiseKept', 'promiseBroken'] as const
    expect(figures.map(valueOf)).toEqual([1, 1, 3])
  })
})
