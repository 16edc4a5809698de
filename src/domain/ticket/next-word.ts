import type { Instant } from '../instant'
import { listenersOf, toldEntries } from './closing'
import type { Ticket, TicketId } from './ticket'

/** What was last agreed with one listener: a try that reached nobody leaves it as it was. */
const agreedWith = (ticket: Ticket, listener: TicketId): Instant | null =>
  toldEntries(ticket, listener).reduce<Instant | null>(
    (agreed, { reached, nextWordAt }) => (reached ? nextWordAt : (nextWordAt ?? agreed)),
    null,
  )

/** [TK25] The nearest word agreed with an owner that nobody has given yet; null where there is none. */
export const nextWordOf = (ticket: Ticket): Instant | null => {
  if (ticket.status === 'closed') return null
  const agreed = listenersOf(ticket).flatMap(({ ticket: of }) => agreedWith(ticket, of) ?? [])
  return agreed.length > 0 ? Math.min(...agreed) : null
}

/** [IN5] By when 12345 or the neighbourhood office is to be answered, while the ticket is not closed. */
export const answerDueOf = (ticket: Ticket): Instant | null => {
  if (ticket.status === 'closed' || ticket.origin.by !== 'owner') return null
  return ticket.origin.official?.answerBy ?? null
}
