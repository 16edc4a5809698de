import type { Instant } from '../domain/instant'
import type { TicketList } from '../domain/ticket/list'
import type { Ticket } from '../domain/ticket/ticket'
import { keptTicketsOf } from './kept-tickets'
import type { PhoneDatabase } from './phone-database'

/** [TD7] [CK12] The tickets nobody has that were there by then, and those past their time by then. */
export const ticketsLeftLying = async (
  database: PhoneDatabase,
  { lateBy, freeBy }: { readonly lateBy: Instant; readonly freeBy: Instant | null },
): Promise<readonly Ticket[]> => {
  const unassigned: TicketList = 'unassigned'
  const late = await database.tickets.where('lateAt').below(lateBy).primaryKeys()
  const free =
    freeBy === null ? [] : await database.tickets.where('lists').equals(unassigned).primaryKeys()
  const isLate = new Set<string>(late)
  const found = await keptTicketsOf(database, [...new Set([...free, ...late])])
  return found.filter(({ id, receivedAt }) => isLate.has(id) || receivedAt <= (freeBy ?? 0))
}
