import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StaffId } from '../../src/domain/id'
import { DAY } from '../../src/domain/instant'
import { asksLesson } from '../../src/domain/ticket/lesson'
import { ticketKind } from '../../src/domain/ticket/apply'
import { repeatsOf } from '../../src/domain/ticket/repeat'
import type { Ticket, TicketId } from '../../src/domain/ticket/ticket'
import { nameId, newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'

const LI = newId<StaffId>()
const [HOME, ABOVE, PUMP] = [newId<never>(), newId<never>(), newId<never>()]
const NOW = 400 * DAY

const take = (ago: number, over: Parameters<typeof receiveTicket>[2] = {}): Ticket => {
  const record = newId<TicketId>()
  const context = { at: NOW - ago * DAY, by: LI, change: newId<never>(), record, nameId }
  const made = { kind: 'repair' as const, home: HOME, ...over }
  const result = ticketKind.apply(null, receiveTicket(newId(), LI, made), context)
  if (result.outcome === 'refused') throw new Error('refused')
  return result.record
}
const near = { riser: [HOME, ABOVE], days: 90 }
const found = (ticket: Ticket, others: readonly Ticket[], days = 90) =>
  repeatsOf(ticket, others, { ...near, days }).map(({ id }) => id)
const intake = { happened: '', wanted: '', asked: [], suits: null, readBack: true }

describe('a repeat', () => {
  const now = take(0)

  it('[RP1] is the same trouble at the same home, riser or machine, the newest first', () => {
    const [late, early] = [take(3), take(80, { home: ABOVE })]
    expect(found(now, [early, late, now])).toEqual([late.id, early.id])
    const pump = take(0, { home: null, facility: PUMP, kind: 'defect' })
    const before = take(9, { home: null, facility: PUMP, kind: 'defect' })
    expect(found(pump, [before])).toEqual([before.id])
  })

  it('[RP1] is none where home, trouble or time is another', () => {
    expect(found(now, [take(3, { home: newId<never>() })])).toEqual([])
    expect(found(now, [take(3, { kind: 'complaint' })])).toEqual([])
    expect(found(now, [take(91)])).toEqual([])
    expect(found(now, [take(31)], 30)).toEqual([])
    expect(found(take(5), [now])).toEqual([])
  })

  it('[RP1] of complaints is of the same sort', () => {
    const of = (ago: number, topic: string) =>
      take(ago, { kind: 'complaint', intake: { ...intake, topic } })
    const noise = of(0, 'renovationNoise')
    const before = of(9, 'renovationNoise')
    expect(found(noise, [before, of(9, 'pests')])).toEqual([before.id])
  })

  it('[RP1] is nothing that was asked or praised, was none, or is the same matter', () => {
    for (const kind of ['enquiry', 'praise'] as const)
      expect(found(take(0, { kind }), [take(3, { kind })])).toEqual([])
    const other = take(3)
    const over = { status: 'closed', closedAt: NOW } as const
    const cancelled = { ...other, ...over, closing: 'cancelled' } as Ticket
    const joined = { ...other, ...over, closing: 'joined', into: now.id } as Ticket
    expect(found(now, [cancelled])).toEqual([])
    expect(found(now, [joined])).toEqual([])
  })

  it('[RP1] more days never find fewer', () => {
    const others = [1, 20, 60, 89, 120, 300].map((ago) => take(ago))
    const days = fc.integer({ min: 7, max: 365 })
    fc.assert(
      fc.property(days, days, (one, more) => {
        const [few, many] = [Math.min(one, more), Math.max(one, more)]
        const all = found(now, others, many)
        expect(found(now, others, few).every((id) => all.includes(id))).toBe(true)
      }),
    )
  })

  it('[RP2] is asked for cause and lesson before it closes', () => {
    expect(asksLesson(now)).toBe(false)
    expect(asksLesson(now, [take(3)])).toBe(true)
    expect(asksLesson({ ...now, ending: 'cancelled' } as never, [take(3)])).toBe(false)
  })
})
