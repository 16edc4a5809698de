import type { StaffId } from '../id'
import { standing, type TicketEntry } from './entry'
import { handlerOf, type Ticket } from './ticket'

/** [TK12] Who answers for it now: until a transfer is accepted its giver, then its handler. */
export const responsibleOf = (ticket: Ticket): StaffId => {
  if (ticket.status === 'assigned' && ticket.giver) return ticket.giver
  return handlerOf(ticket) ?? ticket.firstResponsible
}

/** Everybody on whose plate it is. */
export const peopleOf = (ticket: Ticket): readonly StaffId[] => {
  const handler = handlerOf(ticket)
  const leader = ticket.major?.leader
  const people = [
    ...[ticket.firstResponsible, ticket.takenBy, responsibleOf(ticket), ...(ticket.helpers ?? [])],
    ...(ticket.firstOffer ? [ticket.firstOffer.to] : []),
  ]
  return [...new Set([...people, ...(handler ? [handler] : []), ...(leader ? [leader] : [])])]
}

/** [TK10] Whose work it is: the handler's, and whoever said it was put right. */
export const fixersOf = (ticket: Ticket): readonly StaffId[] => {
  const handler = handlerOf(ticket)
  const resolved = standing(ticket.thread)
    .filter(({ kind }) => kind === 'resolved')
    .at(-1)
  return [...(handler ? [handler] : []), ...(resolved ? [resolved.by] : [])]
}

const nextHandler = (handler: StaffId | null, entry: TicketEntry): StaffId | null => {
  switch (entry.kind) {
    case 'assigned':
    case 'transferred':
      return entry.to
    case 'accepted':
      return entry.by
    case 'started':
    case 'resolved':
      return handler ?? entry.by
    case 'returned':
      return null
    default:
      return handler
  }
}

/** Who last had it in hand, as the thread tells; null where nobody had. */
export const lastHandlerOf = (ticket: Ticket): StaffId | null =>
  standing(ticket.thread).reduce<StaffId | null>(nextHandler, null)
