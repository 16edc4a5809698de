import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { ActContext } from '../../src/domain/record-kind'
import type { TicketAct } from '../../src/domain/ticket/act'
import { ticketKind } from '../../src/domain/ticket/apply'
import { isRechecked, untoldOf } from '../../src/domain/ticket/closing'
import { responsibleOf } from '../../src/domain/ticket/person'
import {
  TICKET_STATUSES,
  ticketSchema,
  type Ticket,
  type TicketId,
} from '../../src/domain/ticket/ticket'
import { undoableStep } from '../../src/domain/ticket/undo'
import { lifeOf } from '../../src/domain/ticket/with-life'
import { nameId, newId } from '../support/build/ids'
import { photoRef } from '../support/build/patrol'
import { receiveTicket } from '../support/build/ticket'

type Deed = readonly [by: ActContext['by'], act: (ticket: Ticket) => TicketAct]

const STAFF = [newId<ActContext['by']>(), newId<ActContext['by']>(), newId<ActContext['by']>()]
const [WANG] = STAFF as [ActContext['by']]
const OTHERS = [newId<TicketId>(), newId<TicketId>()] as const
const RECORD = newId<TicketId>()
const HOME = newId<NonNullable<Ticket['home']>>()

const contextOf = (by: ActContext['by'], at: number): ActContext => ({
  ...{ at, by, change: newId(), record: RECORD, nameId },
})

const someone = fc.constantFrom(...STAFF)
const other = fc.constantFrom(...OTHERS)
const words = '说明'
/** Mostly the status it has, so that stories get far; sometimes another. */
const fromOf = fc.option(fc.constantFrom(...TICKET_STATUSES), { freq: 8 })
const photos = fc.constantFrom([], [photoRef('a')])

const deed: fc.Arbitrary<(ticket: Ticket) => TicketAct> = fc
  .record({
    ...{ which: fc.nat(20), from: fromOf, to: someone, ticket: other, shots: photos },
    ...{ yes: fc.boolean(), home: fc.constantFrom(null, HOME) },
  })
  .map(({ which, from: seen, to, ticket: other, shots, yes, home }) => (ticket: Ticket) => {
    const from = seen ?? ticket.status
    const joined = [{ ticket: other, home, caller: null, with: null }]
    const told = { channel: 'phone', reached: yes, words, nextWordAt: null } as const
    const change = ticket.before?.change ?? newId<ActContext['change']>()
    const acts: readonly TicketAct[] = [
      { act: 'assign', from, to, words },
      { act: 'accept', from },
      { act: 'return', from, words },
      { act: 'transfer', from, to, words },
      { act: 'putOff', from, why: 'parts', until: 5_000, words },
      { act: 'start', from, words, photos: shots },
      { act: 'resolve', from, words, photos: shots },
      { act: 'resolve', from, words, photos: shots },
      { act: 'recheck', from, passed: yes, words, photos: shots },
      { act: 'recheck', from, passed: true, words, photos: shots },
      { act: 'tellOwner', ...told },
      { act: 'tellOwner', ...told, of: other },
      { act: 'close', from },
      { act: 'cancel', from, words },
      { act: 'decline', from, words },
      { act: 'reopen', from, words, photos: [] },
      { act: 'takeIn', joined },
      { act: 'takeOut', ticket: other },
      { act: 'engage', from, name: '恒通电梯', what: '换皮带', until: 9_000 },
      { act: 'release', from, words },
      { act: 'undo', change },
    ]
    return acts[which] ?? { act: 'say', words, photos: [] }
  })
const story = fc.array(fc.tuple(someone, deed), { maxLength: 25 })

const begin = (home: Ticket['home']): Ticket => {
  const act = receiveTicket(newId(), WANG, { home })
  const result = ticketKind.apply(null, act, contextOf(WANG, 1))
  if (result.outcome !== 'applied') throw new Error('not received')
  return result.record
}

/** Tells every step of a story to `see`, refused ones left out. */
const walk = (
  home: Ticket['home'],
  deeds: readonly Deed[],
  see: (before: Ticket, after: Ticket, by: ActContext['by'], act: TicketAct) => void,
) =>
  deeds.reduce<Ticket>((ticket, [by, make], index) => {
    const act = make(ticket)
    const result = ticketKind.apply(ticket, act, contextOf(by, 10 + index))
    if (result.outcome === 'refused') return ticket
    see(ticket, result.record, by, act)
    return result.record
  }, begin(home))

const stories = (
  see: (before: Ticket, after: Ticket, by: ActContext['by'], act: TicketAct) => void,
) =>
  fc.assert(
    fc.property(fc.constantFrom(null, HOME), story, (home, deeds) => {
      walk(home, deeds, see)
    }),
    { numRuns: 1_500 },
  )

describe('whatever is done to a ticket, in whatever order, by whomever', () => {
  it('[TK12] somebody always answers for it', () => {
    stories((_, after) => {
      expect(STAFF).toContain(responsibleOf(after))
    })
  })

  it('[TK9] [TK10] [TK17] nothing closes without its proof', () => {
    let closings = 0
    stories((before, after) => {
      if (before.status === 'closed' || after.status !== 'closed') return
      closings += 1
      expect(untoldOf(after)).toEqual([])
      if (after.closing === 'recheck') expect(isRechecked(after)).toBe(true)
      if (after.closing === 'cancelled' || after.closing === 'declined')
        expect(after.thread.some(({ kind }) => kind === after.closing)).toBe(true)
    })
    expect(closings).toBeGreaterThan(20)
  })

  it('[TK20] a step taken back leaves the ticket where it was, and both in the thread', () => {
    let undone = 0
    stories((before, after, by) => {
      const step = undoableStep(after, by)
      const last = after.thread.at(-1)
      if (!step || last?.change !== step.change) return
      undone += 1
      const back = ticketKind.apply(after, { act: 'undo', change: step.change }, contextOf(by, 99))
      expect(back.outcome).toBe('applied')
      if (back.outcome !== 'applied') return
      expect(lifeOf(back.record)).toEqual(lifeOf(before))
      expect(back.record.due).toEqual(before.due)
      expect(back.record.thread).toHaveLength(before.thread.length + 2)
    })
    expect(undone).toBeGreaterThan(100)
  })

  it('what comes of it can be written down and read again', () => {
    stories((_, after) => {
      const read = v.safeParse(ticketSchema, JSON.parse(JSON.stringify(after)))
      expect(read.success).toBe(true)
    })
  })
})
