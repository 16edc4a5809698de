import type { StaffId } from '../id'
import { whatClosingNeeds } from '../ticket/closing'
import { leadersAwaited } from '../ticket/raise'
import { clockOf, concerns, isClockRunning, mayRecheck } from '../ticket/question'
import type { Ticket } from '../ticket/ticket'
import { handlerOf } from '../ticket/handler'
import { isAhead, standingOfClock, type Onlooker, type Stands } from './standing'

/** What a ticket asks of one person. */
export type TicketTask =
  'heed' | 'accept' | 'work' | 'answer-for' | 'tell-owner' | 'recheck' | 'close'

/** [TD5] What the ticket waits for from this person; null when it waits for others or for nobody. */
export const ticketTask = (ticket: Ticket, staff: StaffId): TicketTask | null => {
  if (!concerns(ticket, staff)) return null
  if (ticket.status === 'closed') return null
  if (leadersAwaited(ticket).includes(staff)) return 'heed'
  if (ticket.status !== 'resolved') {
    if (handlerOf(ticket) !== staff) return 'answer-for'
    return ticket.status === 'assigned' ? 'accept' : 'work'
  }
  const needs = whatClosingNeeds(ticket)
  if (needs === 'recheck') return mayRecheck(ticket, staff) ? 'recheck' : null
  if (ticket.firstResponsible !== staff) return null
  return needs === 'tell-owner' ? 'tell-owner' : 'close'
}

/** How a ticket stands with this person; null where the day has nothing to do with it. */
export const ticketStanding = (
  ticket: Ticket,
  { staff, now, dayBegan }: Onlooker,
): Stands | null => {
  const task = ticketTask(ticket, staff)
  if (task === null) {
    const endedAt = ticket.status === 'closed' ? ticket.closedAt : null
    const at = endedAt ?? (ticket.status === 'resolved' ? ticket.resolvedAt : null)
    return at !== null && at >= dayBegan && concerns(ticket, staff)
      ? { standing: 'done', at }
      : null
  }
  // Put right, no clock runs but that of a word agreed: nothing is called late that is not.
  if (!isClockRunning(ticket)) return { standing: 'now', at: null }
  const at = clockOf(ticket)
  const standing = standingOfClock(at, now)
  const isForNow = task === 'accept' || task === 'heed' || ticket.status === 'resolved'
  return { at, standing: isForNow && isAhead('now', standing) ? 'now' : standing }
}
