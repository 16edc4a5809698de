import { listsOf } from '../domain/ticket/list'
import { numberOf } from '../domain/ticket/number'
import { clockOf, isClockRunning, isOpen } from '../domain/ticket/question'
import type { Ticket } from '../domain/ticket/ticket'
import { termsOf } from './search-term'

/** Later than any instant, so that what has no clock that runs comes after all that have one. */
const AFTER_ALL = 10 ** 15

/** What the table of tickets is asked by. A field a ticket lacks keeps it out of that index. */
export const ticketIndex = (ticket: Ticket) => {
  const { status, receivedAt, title, words, spot, place, home, kind, facility } = ticket
  const clock = clockOf(ticket)
  return {
    ...{ status, receivedAt, kind, title, dueAt: clock },
    ...(place ? { place } : {}),
    ...(home ? { home } : {}),
    ...(facility ? { facility } : {}),
    /** [TK24] The place among what is open. */
    ...(isOpen(ticket) ? { openAt: isClockRunning(ticket) ? clock : AFTER_ALL + clock } : {}),
    ...(isClockRunning(ticket) ? { lateAt: clock } : {}),
    ...(status === 'closed' ? { closedAt: ticket.closedAt } : {}),
    lists: listsOf(ticket),
    terms: termsOf(`${numberOf(ticket.id)} ${title} ${spot} ${words}`),
  }
}
