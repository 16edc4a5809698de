import { describe, expect, it } from 'vitest'
import type { StaffId } from '../../../src/domain/id'
import { HOUR, MINUTE } from '../../../src/domain/instant'
import type { OwnerPromise } from '../../../src/domain/promise/promise'
import { ticketKind } from '../../../src/domain/ticket/apply'
import type { Ticket, TicketId } from '../../../src/domain/ticket/ticket'
import { mattersOf } from '../../../src/domain/today/matter'
import { callsOf, needsPerson } from '../../../src/domain/today/need'
import { nameId, newId } from '../../support/build/ids'
import { promiseOf, promiseStory } from '../../support/build/promise'
import { receiveTicket } from '../../support/build/ticket'

const [ME, LI] = [newId<StaffId>(), newId<StaffId>()]
const NOW = 1_000 * HOUR
const looker = { staff: ME, now: NOW, dayBegan: NOW - 9 * HOUR }

const ticketOf = (dueIn: number): Ticket => {
  const due = { at: NOW + dueIn, rule: 'defect', version: 1 } as const
  const context = { at: NOW - HOUR, by: ME, change: newId<never>(), record: newId(), nameId }
  const done = ticketKind.apply(null, receiveTicket(newId(), ME, { due }), context)
  if (done.outcome !== 'applied') throw new Error('not received')
  return done.record
}
const outOf = (ticket: TicketId, dueIn: number) =>
  promiseOf(ME, NOW + dueIn, { from: { by: 'ticket', ticket } })
const linesOf = (promises: readonly OwnerPromise[], tickets: readonly Ticket[] = []) =>
  mattersOf({ tickets, walks: [], promises, begun: [], refused: [] }, looker)

describe('[PR3] a promise on Today', () => {
  it('made out of a ticket that is there moves its clock and is no second line', () => {
    const ticket = ticketOf(5 * HOUR)
    const [near, far] = [outOf(ticket.id, 30 * MINUTE), outOf(ticket.id, 9 * HOUR)]
    const lines = linesOf([far, near], [ticket])
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({ kind: 'ticket', at: near.dueAt, standing: 'soon' })
    expect(lines[0]).toHaveProperty('promise.id', near.id)
    expect(linesOf([far], [ticket])[0]).not.toHaveProperty('promise')
  })

  it('by itself, or out of a ticket of others, is a line with its clock', () => {
    const lines = linesOf([promiseOf(ME, NOW - 1), outOf(newId(), 3 * HOUR)])
    expect(lines.map(({ kind, standing }) => [kind, standing])).toEqual([
      ['promise', 'late'],
      ['promise', 'later'],
    ])
  })

  it('[PR8] handed over stands with both until it is answered, and needs whoever was asked', () => {
    const asked = promiseStory(promiseOf(LI, NOW + 9 * HOUR), [
      [LI, NOW - MINUTE, { act: 'handOver', to: ME, words: '我明天休息' }],
    ]).promise
    const [line] = linesOf([asked])
    if (!line) throw new Error('no line')
    expect([line.standing, needsPerson(line, ME)]).toEqual(['now', true])
    expect(callsOf([line], ME).map(({ why }) => why)).toEqual(['assigned'])
    expect(linesOf([{ ...asked, status: 'open', passingTo: null }])).toEqual([])
  })

  it('rings within the hour and when it is late, and is behind us once it was kept', () => {
    const whyOf = (promise: OwnerPromise) => callsOf(linesOf([promise]), ME).map(({ why }) => why)
    expect(whyOf(promiseOf(ME, NOW + 30 * MINUTE))).toEqual(['soon'])
    expect(whyOf(promiseOf(ME, NOW - MINUTE))).toEqual(['late'])
    const kept = promiseStory(promiseOf(ME, NOW + HOUR), [
      [ME, NOW, { act: 'keep', words: '好了' }],
    ])
    expect(linesOf([kept.promise])[0]?.standing).toBe('done')
    expect(whyOf(kept.promise)).toEqual([])
  })

  it('half noted and not taken by the server, it is still the one line', () => {
    const promise = promiseOf(ME, NOW + 5 * HOUR)
    const lines = mattersOf(
      {
        ...{ tickets: [], walks: [], promises: [promise] },
        begun: [{ key: `promise/${promise.id}/keep`, at: NOW }],
        refused: [{ kind: 'OwnerPromise', id: promise.id, round: null, at: NOW }],
      },
      looker,
    )
    expect(lines.map(({ kind, standing, refused }) => [kind, standing, refused])).toEqual([
      ['promise', 'needsYou', 1],
    ])
  })
})
