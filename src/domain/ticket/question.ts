import type { StaffId } from '../id'
import type { Instant } from '../instant'
import { nearestClock, notBeforePutOff } from './clock'
import { fixersOf, peopleOf } from './person'
import { waitsForSample } from './sample'
import type { Ticket } from './ticket'

export const isOpen = (ticket: Ticket): boolean => ticket.status !== 'closed'

/** The nearest clock’s instant; where none runs, the one the work had. */
export const clockOf = (ticket: Ticket): Instant =>
  nearestClock(ticket)?.at ?? notBeforePutOff(ticket, ticket.due.at)

/** [TK8] [TK25] Until it is put right, and until whoever waits was told. */
export const isClockRunning = (ticket: Ticket): boolean => nearestClock(ticket) !== null

export const isOverdue = (ticket: Ticket, now: Instant): boolean => {
  const nearest = nearestClock(ticket)
  return nearest !== null && now > nearest.at
}

/** [TK10] [TK26] Someone other than the fixer looks. */
export const mayRecheck = (ticket: Ticket, staff: StaffId): boolean =>
  ((ticket.status === 'resolved' && !ticket.ending) || waitsForSample(ticket)) &&
  !fixersOf(ticket).includes(staff)

/** Whether it is on this person's plate: theirs to handle, or theirs to answer for. */
export const concerns = (ticket: Ticket, staff: StaffId): boolean =>
  peopleOf(ticket).includes(staff)
