import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../../src/domain/instant'
import type { StaffId } from '../../../src/domain/id'
import type { ActContext } from '../../../src/domain/record-kind'
import type { RoundId } from '../../../src/domain/round-id'
import type { RoundJudgement } from '../../../src/domain/round-judgement'
import type { TicketAct, TicketActOf } from '../../../src/domain/ticket/act'
import { ticketKind } from '../../../src/domain/ticket/apply'
import type { Ticket } from '../../../src/domain/ticket/ticket'
import { mattersOf, type DayInHand } from '../../../src/domain/today/matter'
import { callsOf, needsPerson } from '../../../src/domain/today/need'
import { dayShapeOf, sectionsOf } from '../../../src/domain/today/section'
import { STANDINGS } from '../../../src/domain/today/standing'
import type { Walk } from '../../../src/domain/today/walk-standing'
import { nameId, newId } from '../../support/build/ids'
import { receiveTicket } from '../../support/build/ticket'

const ME = newId<StaffId>()
const OTHER = newId<StaffId>()
const NOW = 1_000 * HOUR
const looker = { staff: ME, now: NOW, dayBegan: NOW - 9 * HOUR }

const apply = (held: Ticket | null, act: TicketAct, at: number, by: StaffId): Ticket => {
  const context: ActContext = { at, by, change: newId(), record: newId(), nameId }
  const result = ticketKind.apply(held, act, context)
  if (result.outcome !== 'applied') throw new Error(`${act.act} was not applied`)
  return result.record
}
const ticket = (dueIn: number, over: Partial<TicketActOf<'receive'>> = {}): Ticket => {
  const due = { at: NOW + dueIn, rule: 'defect' as const, version: 1 }
  return apply(null, receiveTicket(newId(), ME, { due, ...over }), NOW - HOUR, ME)
}
const assigned = (held: Ticket, to: StaffId, by: StaffId): Ticket =>
  apply(held, { act: 'assign', from: 'received', to, words: '' }, NOW - MINUTE, by)
const walk = (
  judgement: RoundJudgement,
  closesIn: number,
  endedAt: number | null = null,
): Walk => ({
  ...{ id: newId<string>(), judgement, endedAt, round: null },
  due: { opensAt: NOW + closesIn - 3 * HOUR, closesAt: NOW + closesIn },
})
const day = (over: Partial<DayInHand<Walk>>): DayInHand<Walk> => ({
  ...{ tickets: [], walks: [], promises: [], begun: [], refused: [] },
  ...over,
})
const shown = (over: Partial<DayInHand<Walk>>) => mattersOf(day(over), looker)

describe('the lines of Today', () => {
  it('[TD1] has one line for a round, its stop left half done and its visit not taken', () => {
    const round = walk('underway', 3 * HOUR)
    const visit = {
      kind: 'CheckpointVisit' as const,
      id: newId<string>(),
      round: round.id,
      at: NOW,
    }
    const lines = shown({
      walks: [round],
      begun: [{ key: `visit/${round.id}/stop`, at: NOW - 5 }],
      refused: [visit, { ...visit, kind: 'Round', id: round.id, round: null }],
    })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({
      ...{ kind: 'round', standing: 'needsYou', begunAt: NOW - 5, refused: 2 },
      at: NOW + 3 * HOUR,
    })
  })

  it('[TD1] has one line for a ticket held twice, its form left half done and its act not taken', () => {
    const one = ticket(5 * HOUR)
    const lines = shown({
      tickets: [one, one],
      begun: [{ key: `ticket/${one.id}/resolve`, at: NOW }],
      refused: [{ kind: 'Ticket', id: one.id, round: null, at: NOW }],
    })
    expect(lines.map(({ kind, standing, refused }) => [kind, standing, refused])).toEqual([
      ['ticket', 'needsYou', 1],
    ])
  })

  it('[TD1] gives what has no line of its own one', () => {
    const lines = shown({
      begun: [{ key: 'snap', at: 7 }],
      refused: [{ kind: 'Place', id: 'p', round: null, at: 8 }],
    })
    expect(lines.map(({ kind }) => kind)).toEqual(['refused', 'begun'])
  })

  it('[TD2] sorts by how urgent, then by the nearer clock, and never has a key twice', () => {
    const hours = fc.integer({ min: -30, max: 30 }).map((n) => n * 20 * MINUTE)
    const judgement = fc.constantFrom<RoundJudgement>(
      ...(['not-open', 'due', 'overdue', 'underway', 'missed', 'done', 'endedEarly'] as const),
    )
    fc.assert(
      fc.property(
        fc.array(hours, { maxLength: 6 }),
        fc.array(fc.tuple(judgement, hours), { maxLength: 6 }),
        (dues, rounds) => {
          const lines = shown({
            tickets: dues.map((due) => ticket(due)),
            walks: rounds.map(([judged, closes]) => walk(judged, closes, NOW - HOUR)),
          })
          const ranks = lines.map(({ standing }) => STANDINGS.indexOf(standing))
          expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
          for (const [index, line] of lines.entries()) {
            const before = lines[index - 1]
            if (before?.standing === line.standing)
              expect(before.at ?? Infinity).toBeLessThanOrEqual(line.at ?? Infinity)
          }
          expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('[TD3] lets the round say what was put right on the spot during it', () => {
    const done = walk('done', -HOUR, NOW - HOUR)
    const fixed = ticket(HOUR, {
      origin: {
        ...{ by: 'round', round: done.id as RoundId, checkpoint: newId(), visit: newId() },
        item: 'leak',
      },
      fixed: { after: [], words: '已紧固' },
    })
    expect(fixed.status).toBe('closed')
    expect(shown({ walks: [done], tickets: [fixed] }).map(({ kind }) => kind)).toEqual(['round'])
    expect(shown({ tickets: [fixed] }).map(({ kind }) => kind)).toEqual(['ticket'])
  })

  it('[TD4] shows a round its opening before, its end while it is open, and late only when it is', () => {
    const standings = [
      walk('not-open', 5 * HOUR),
      walk('not-open', 3 * HOUR + 20 * MINUTE),
      walk('due', 90 * MINUTE),
      walk('underway', 20 * MINUTE),
      walk('overdue', -MINUTE),
      walk('missed', -3 * HOUR),
    ].map((each) => shown({ walks: [each] })[0]?.standing)
    expect(standings).toEqual(['later', 'now', 'now', 'soon', 'late', 'missed'])
    expect(shown({ walks: [walk('done', -20 * HOUR, NOW - 20 * HOUR)] })).toEqual([])
  })

  it('[TD5] calls nothing late that was put right, and leaves it with whoever can go on', () => {
    const mine = assigned(ticket(-5 * HOUR), ME, ME)
    const resolve: TicketAct = { act: 'resolve', from: 'assigned', words: '好了', photos: [] }
    const resolved = apply(mine, resolve, NOW - MINUTE, ME)
    expect(shown({ tickets: [mine] })[0]?.standing).toBe('late')
    expect(shown({ tickets: [resolved] })[0]).toMatchObject({ standing: 'done' })
    const theirs = apply(assigned(ticket(-5 * HOUR), OTHER, ME), resolve, NOW - MINUTE, OTHER)
    expect(shown({ tickets: [theirs] })[0]).toMatchObject({ standing: 'now', at: null })
    const owners = apply(
      ticket(-5 * HOUR, { home: newId() }),
      { act: 'accept', from: 'received' },
      NOW,
      ME,
    )
    const toTell = apply(owners, { ...resolve, from: 'accepted' }, NOW, ME)
    expect(shown({ tickets: [toTell] })[0]).toMatchObject({ standing: 'now', at: null })
  })
})

describe('a day in parts', () => {
  const late = ticket(-HOUR)
  const open = walk('due', 90 * MINUTE)
  const later = walk('not-open', 8 * HOUR)
  const done = walk('done', -HOUR, NOW - HOUR)
  const lines = shown({ tickets: [late], walks: [open, later, done] })
  const parts = (roles: Parameters<typeof dayShapeOf>[0]) =>
    sectionsOf(lines, dayShapeOf(roles)).map(({ name, matters }) => [name, matters.length])

  it('[TD6] is one list for whoever talks with owners', () => {
    const list = [
      ['now', 2],
      ['later', 1],
      ['done', 1],
    ]
    expect(parts(['steward'])).toEqual(list)
    expect(parts(['engineer', 'supervisor'])).toEqual(list)
  })

  it('[TD6] begins with his tickets for the engineer, with the next round for the guard', () => {
    expect(parts(['engineer'])).toEqual([
      ['tickets', 1],
      ['rounds', 2],
      ['done', 1],
    ])
    expect(parts(['security'])).toEqual([
      ['next', 1],
      ['rounds', 1],
      ['found', 1],
      ['done', 1],
    ])
    const [next] = sectionsOf(lines, 'rounds')
    expect(next?.matters[0]?.key).toBe(`round/${open.id}`)
  })
})

describe('what needs the person', () => {
  it('[TD7] counts the late, the soon, the not taken and what was given and not accepted', () => {
    const given = assigned(ticket(50 * HOUR), ME, OTHER)
    const lines = shown({
      tickets: [ticket(-HOUR), ticket(HOUR / 2), ticket(9 * HOUR), given],
      walks: [walk('due', 3 * HOUR)],
      refused: [{ kind: 'Place', id: 'p', round: null, at: 8 }],
    })
    expect(lines.filter((line) => needsPerson(line, ME))).toHaveLength(4)
  })

  it('[TD15] counts and rings for a round a colleague handed over, until it is walked', () => {
    const entry = { change: newId<ActContext['change']>(), at: NOW - MINUTE, by: OTHER }
    const thread = [{ ...entry, kind: 'handedOver' as const, to: ME, reason: '请假' }]
    const handed = (walkers: readonly StaffId[]): Walk => ({
      ...walk('not-open', 9 * HOUR),
      round: { walkers, thread },
    })
    const lines = shown({ walks: [handed([])] })
    expect(lines.map((line) => needsPerson(line, ME))).toEqual([true])
    expect(callsOf(lines, ME)).toMatchObject([{ why: 'assigned', since: NOW - MINUTE }])
    const begun = shown({ walks: [handed([ME])] })
    expect(begun.map((line) => needsPerson(line, ME))).toEqual([false])
    expect(callsOf(begun, ME)).toEqual([])
  })

  it('[TD8] names each ringing once for each clock, and a gift by its change', () => {
    const soon = ticket(HOUR / 2)
    const given = assigned(ticket(50 * HOUR), ME, OTHER)
    const own = assigned(ticket(50 * HOUR), ME, ME)
    const calls = callsOf(shown({ tickets: [soon, given, own] }), ME)
    expect(calls.map(({ why }) => why)).toEqual(['soon', 'assigned'])
    const again = callsOf(shown({ tickets: [soon, given, own] }), ME)
    expect(again.map(({ id }) => id)).toEqual(calls.map(({ id }) => id))
    const later = callsOf(mattersOf(day({ tickets: [soon] }), { ...looker, now: NOW + HOUR }), ME)
    expect(later.map(({ why }) => why)).toEqual(['late'])
    expect(later[0]?.id).not.toBe(calls[0]?.id)
  })
})
