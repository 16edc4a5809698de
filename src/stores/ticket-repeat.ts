import { riserOf } from '../domain/intake/riser'
import { REPEAT_DAYS } from '../domain/ticket/repeat'
import type { Ticket } from '../domain/ticket/ticket'
import { repeatTickets } from '../storage/repeat-tickets'
import { useEstate } from './estate'
import { useLive } from './live'
import { usePhone } from './phone'

/** [RP1] How to look for what came before a ticket, in its community's days. */
export const useRepeatLook = () => {
  const { database } = usePhone()
  const estate = useEstate()
  const daysOf = ({ community }: Ticket) =>
    estate.communities.find(({ id }) => id === community)?.repeatDays ?? REPEAT_DAYS
  return {
    daysOf,
    look: (ticket: Ticket): Promise<readonly Ticket[]> => {
      const riser = ticket.home ? riserOf(ticket.home, estate.places) : []
      return repeatTickets(database, ticket, { riser, days: daysOf(ticket) })
    },
  }
}

/** [RP1] The same trouble before this one, the newest first. */
export const useRepeats = (ticket: () => Ticket) => {
  const { look } = useRepeatLook()
  return useLive<readonly Ticket[]>(() => {
    const held = ticket()
    return () => look(held)
  }, [])
}
