import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDay } from '../../src/domain/calendar-day'
import type { StaffId } from '../../src/domain/id'
import { DAY, HOUR } from '../../src/domain/instant'
import {
  CLOCK_COLUMNS,
  clockColumnOf,
  clockCuts,
  columnsOf,
  deedInto,
} from '../../src/domain/ticket/board'
import { ticketKind } from '../../src/domain/ticket/apply'
import { deedsOf, type TicketDeed } from '../../src/domain/ticket/deed'
import type { Ticket, TicketId } from '../../src/domain/ticket/ticket'
import { instantOf } from '../../src/domain/time-zone'
import { nameId, newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'

const ZONE = 'Asia/Shanghai'
/** A Thursday. */
const NOW = instantOf(calendarDay(2026, 11, 26), 10 * 60, ZONE)
const cuts = clockCuts(NOW, ZONE)
const me = newId<StaffId>()

const received = (at = NOW + HOUR): Ticket => {
  const record = newId<TicketId>()
  const due = { at, rule: 'defect', version: 1 } as const
  const context = { at: NOW, by: me, change: newId<never>(), record, nameId }
  const done = ticketKind.apply(null, receiveTicket(newId(), me, { due }), context)
  if (done.outcome !== 'applied') throw new Error('not received')
  return done.record
}

describe('a board by clock', () => {
  it('[DK2] begins the week on Monday and the day at midnight of the community', () => {
    expect(cuts.endOfDay).toBe(instantOf(calendarDay(2026, 11, 27), 0, ZONE))
    expect(cuts.endOfWeek).toBe(instantOf(calendarDay(2026, 11, 30), 0, ZONE))
    const sunday = instantOf(calendarDay(2026, 11, 29), 10 * 60, ZONE)
    expect(clockCuts(sunday, ZONE).endOfWeek).toBe(clockCuts(sunday, ZONE).endOfDay)
  })

  it('[DK2] tells late, today, this week and later apart, to the minute', () => {
    const ends = [
      NOW - 1,
      NOW,
      cuts.endOfDay - 1,
      cuts.endOfDay,
      cuts.endOfWeek - 1,
      cuts.endOfWeek,
    ]
    const columns = ends.map((at) => clockColumnOf(received(at), cuts))
    expect(columns).toEqual(['overdue', 'today', 'today', 'week', 'week', 'later'])
  })

  it('[DK2] has what is put off under waiting, unless it is late', () => {
    const putOff = (until: number): Ticket => ({
      ...received(),
      ...{ status: 'putOff', handler: me, why: 'parts', until },
    })
    expect(clockColumnOf(putOff(NOW + 3 * DAY), cuts)).toBe('waiting')
    expect(clockColumnOf({ ...putOff(NOW - HOUR), due: received(NOW - DAY).due }, cuts)).toBe(
      'overdue',
    )
  })

  it('[DK2] has each ticket in one column, and never a nearer one for a later clock', () => {
    fc.assert(
      fc.property(fc.nat(20 * DAY), fc.nat(20 * DAY), (one, other) => {
        const [soon, late] = [Math.min(one, other), Math.max(one, other)].map((after) =>
          CLOCK_COLUMNS.indexOf(clockColumnOf(received(NOW - 2 * DAY + after), cuts)),
        )
        expect(soon).toBeLessThanOrEqual(late ?? -1)
      }),
    )
  })
})

describe('a card moved', () => {
  const everything = () => true

  it('[DK3] goes only where a deed that is offered leads', () => {
    const ticket = received()
    const offered = deedsOf(ticket, me, everything)
    const ways = [...columnsOf('status', false), ...columnsOf('clock', false)].flatMap((column) => {
      const deed = deedInto(column, ticket, offered)
      return deed ? [[column, deed]] : []
    })
    expect(ways).toEqual([
      ['assigned', 'assign'],
      ['accepted', 'accept'],
      ['inProgress', 'start'],
    ])
    for (const [, deed] of ways) expect(offered).toContain(deed)
  })

  it('[DK3] goes nowhere for somebody who may do nothing, nor into its own column', () => {
    const ticket = received()
    const all: readonly TicketDeed[] = deedsOf(ticket, me, () => false)
    expect(columnsOf('status', false).map((column) => deedInto(column, ticket, all))).toEqual(
      columnsOf('status', false).map(() => null),
    )
    expect(deedInto('received', ticket, ['return'])).toBeNull()
  })
})
