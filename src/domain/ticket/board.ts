import { addDays, weekdayOf } from '../calendar-day'
import type { Instant } from '../instant'
import { instantOf, localDay, type TimeZone } from '../time-zone'
import type { TicketDeed } from './deed'
import { nearestClock } from './clock'
import type { Ticket, TicketStatus } from './ticket'
import { TICKET_STATUSES } from './ticket'

/** By which the columns of the board (看板) are made: the status, or how near the clock is. */
export const BOARD_WAYS = ['status', 'clock'] as const
export type BoardWay = (typeof BOARD_WAYS)[number]

/** 超时 · 今天到期 · 本周 · 以后 · 在等 · 没有时限 */
export const CLOCK_COLUMNS = ['overdue', 'today', 'week', 'later', 'waiting', 'none'] as const
export type ClockColumn = (typeof CLOCK_COLUMNS)[number]
export type BoardColumn = TicketStatus | ClockColumn

/** What is closed has a column only where closed tickets are looked at. */
export const columnsOf = (way: BoardWay, isSettled: boolean): readonly BoardColumn[] => {
  if (way === 'clock') return CLOCK_COLUMNS
  return isSettled ? ['closed'] : TICKET_STATUSES.filter((status) => status !== 'closed')
}

/** The instants at which one column of the clock ends and the next begins. */
export interface ClockCuts {
  readonly now: Instant
  readonly endOfDay: Instant
  readonly endOfWeek: Instant
}

export const clockCuts = (now: Instant, zone: TimeZone): ClockCuts => {
  const today = localDay(now, zone)
  return {
    now,
    endOfDay: instantOf(addDays(today, 1), 0, zone),
    endOfWeek: instantOf(addDays(today, 8 - weekdayOf(today)), 0, zone),
  }
}

/** [DK2] Late before all else; then what waits; then by the nearest clock that runs. */
export const clockColumnOf = (ticket: Ticket, cuts: ClockCuts): ClockColumn => {
  const at = nearestClock(ticket)?.at ?? null
  if (at !== null && at < cuts.now) return 'overdue'
  if (ticket.status === 'putOff') return 'waiting'
  if (at === null) return 'none'
  if (at < cuts.endOfDay) return 'today'
  return at < cuts.endOfWeek ? 'week' : 'later'
}

const DEEDS_INTO: Readonly<Partial<Record<BoardColumn, readonly TicketDeed[]>>> = {
  received: ['return'],
  assigned: ['transfer', 'assign'],
  accepted: ['accept'],
  inProgress: ['start', 'reopen'],
  putOff: ['putOff'],
  resolved: ['resolve'],
  closed: ['close'],
  waiting: ['putOff'],
}

/** [DK3] The deed by which a ticket comes into a column; null where none of those offered leads there. */
export const deedInto = (
  column: BoardColumn,
  ticket: Ticket,
  offered: readonly TicketDeed[],
): TicketDeed | null => {
  if (ticket.status === column || (column === 'waiting' && ticket.status === 'putOff')) return null
  return DEEDS_INTO[column]?.find((deed) => offered.includes(deed)) ?? null
}
