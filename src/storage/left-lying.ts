import type { Instant } from '../domain/instant'
import type { TicketList } from '../domain/ticket/list'
import type { Ticket } from '../domain/ticket/ticket'
import type { PhoneDatabase } from './phone-database'
import { ticketsOf } from './ticket-list'

/** [TD7] [CK12] The tickets nobody has that were there by then, and those past their time by then. */
export const ticketsLeftLying = async (
  database: PhoneDatabase,
  { lateBy, freeBy }: { readonly lateBy: Instant; readonly freeBy: Instant | null },
): Promise<readonly Ticket[]> => {
  const unassigned: TicketList = 'unassigned'
  const late = await database.tickets.where('lateAt').below(lateBy).primaryKeys()
  const free =
    freeBy === null
      ? []
      : await database.tickets
          .where('lists')
          .equals(unassigned)
          .and(({ record }) => record.receivedAt <= freeBy)
          .primaryKeys()
  return ticketsOf(database, [...new Set([...free, ...late])])
}
