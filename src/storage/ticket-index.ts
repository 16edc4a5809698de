import { listsOf } from '../domain/ticket/list'
import { numberOf } from '../domain/ticket/number'
import { clockOf, isOpen } from '../domain/ticket/question'
import type { Ticket } from '../domain/ticket/ticket'
import { termsOf } from './search-term'

/** What the table of tickets is asked by. A field a ticket lacks keeps it out of that index. */
export const ticketIndex = (ticket: Ticket) => {
  const { status, receivedAt, title, words, spot, place, home, kind } = ticket
  const clock = clockOf(ticket)
  return {
    ...{ status, receivedAt, kind, title, dueAt: clock },
    ...(place ? { place } : {}),
    ...(home ? { home } : {}),
    ...(isOpen(ticket) ? { openAt: clock } : {}),
    /** The clock runs until the matter is put right. */
    ...(isOpen(ticket) && status !== 'resolved' ? { lateAt: clock } : {}),
    ...(status === 'closed' ? { closedAt: ticket.closedAt } : {}),
    lists: listsOf(ticket),
    terms: termsOf(`${numberOf(ticket.id)} ${title} ${spot} ${words}`),
  }
}
