import type { TicketEntry } from '../domain/ticket/entry'
import { movedSince } from '../domain/ticket/since'
import type { Ticket } from '../domain/ticket/ticket'
import { usePhone } from './phone'

/** [TK21] Asks the record what somebody did to a ticket since it was seen. */
export const useMovedSince = () => {
  const { database } = usePhone()
  return async (seen: Ticket): Promise<TicketEntry | null> => {
    const held = await database.tickets.get(seen.id)
    return held ? movedSince(seen, held.record) : null
  }
}
