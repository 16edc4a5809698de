import { isRechecked } from './closing'
import type { Ticket, TicketId } from './ticket'

/** One in so many of those put right on the spot is looked at again. */
export const SAMPLED_ONE_IN = 10
const TAIL = -8

/** By chance, and by the same on every phone: it follows from the id alone. */
export const isSampled = (id: TicketId): boolean =>
  Number.parseInt(id.slice(TAIL), 16) % SAMPLED_ONE_IN === 0

/** Whether it closed itself, put right on the spot. */
export const isFixedOnSpot = (ticket: Ticket): boolean =>
  ticket.status === 'closed' && ticket.closing === 'fixedOnSpot'

/** [TK26] Put right on the spot and drawn, until somebody else has looked. */
export const waitsForSample = (ticket: Ticket): boolean =>
  isFixedOnSpot(ticket) && isSampled(ticket.id) && !isRechecked(ticket)
