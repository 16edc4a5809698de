import type { Ticket } from '../domain/ticket/ticket'
import { openTicketsAt, ticketIds, ticketsOf } from '../storage/ticket-list'
import { useLive } from './live'
import { usePhone } from './phone'
import { useTicketList } from './ticket-list'

const MOST = 8

/** Open tickets a ticket may be joined to: those at its place, or those with the words searched for. */
export const useJoinable = (ticket: () => Ticket, words: () => string) => {
  const { database } = usePhone()
  const { placesOf } = useTicketList()
  return useLive<readonly Ticket[]>(() => {
    const { id, place, community } = ticket()
    const said = words().trim()
    const all = { kind: null, handler: null, places: null, order: null, now: 0, placesOf }
    const found = async () => {
      if (!said) return place ? openTicketsAt(database, place, MOST + 1) : []
      const ids = await ticketIds(database, { filter: 'open', words: said, ...all })
      return ticketsOf(database, ids.slice(0, MOST + 1))
    }
    return async () =>
      (await found())
        .filter((each) => each.id !== id && each.community === community)
        .slice(0, MOST)
  }, [])
}
