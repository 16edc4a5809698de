import { handlerOf } from '../domain/ticket/handler'
import type { Ticket } from '../domain/ticket/ticket'
import { useEstate } from './estate'
import { usePhone } from './phone'

/** What a ticket's row says beside the ticket: who handles it, and when it is looked at. */
export const useTicketSeen = () => {
  const { tick } = usePhone()
  const estate = useEstate()
  return (ticket: Ticket) => ({
    handler: estate.staffName(handlerOf(ticket)),
    ...{ now: tick.value, zone: estate.zone },
  })
}
