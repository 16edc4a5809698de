import type { Instant } from '../domain/instant'
import type { Ticket } from '../domain/ticket/ticket'
import type { PhoneDatabase } from './phone-database'
import { ticketsOf } from './ticket-list'

/** [CL6] What was closed in a span of time and may be followed up; only these are read. */
export const complaintsAndRepairsClosed = async (
  database: PhoneDatabase,
  from: Instant,
  until: Instant,
): Promise<readonly Ticket[]> => {
  const [closed, kinds] = await Promise.all([
    database.tickets.where('closedAt').between(from, until).primaryKeys(),
    database.tickets.where('kind').anyOf('complaint', 'repair').primaryKeys(),
  ])
  const asked = new Set<string>(kinds)
  return ticketsOf(
    database,
    closed.filter((id) => asked.has(id)),
  )
}
