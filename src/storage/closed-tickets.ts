import type { Instant } from '../domain/instant'
import type { Ticket, TicketKind } from '../domain/ticket/ticket'
import type { PhoneDatabase } from './phone-database'
import { ticketsOf } from './ticket-list'

/** What was closed in a span of time, of some kinds; only these are read. */
export const ticketsClosed = async (
  database: PhoneDatabase,
  kinds: readonly TicketKind[],
  from: Instant,
  until: Instant = Infinity,
): Promise<readonly Ticket[]> => {
  const [closed, ofKind] = await Promise.all([
    database.tickets.where('closedAt').between(from, until).primaryKeys(),
    database.tickets.where('kind').anyOf(kinds).primaryKeys(),
  ])
  const asked = new Set<string>(ofKind)
  return ticketsOf(
    database,
    closed.filter((id) => asked.has(id)),
  )
}
