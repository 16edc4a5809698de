import type { StaffId } from '../id'
import type { TicketEntry } from './entry'
import { leadersOf } from './raise'
import { standing } from './still-standing'
import type { Ticket } from './ticket'
import { handlerOf } from './handler'

/** [TK12] Who answers for it now: until a transfer is accepted its giver, then its handler. */
export const responsibleOf = (ticket: Ticket): StaffId => {
  if (ticket.status === 'assigned' && ticket.giver) return ticket.giver
  return handlerOf(ticket) ?? ticket.firstResponsible
}

/** Everybody on whose plate it is. */
export const peopleOf = (ticket: Ticket): readonly StaffId[] => {
  const handler = handlerOf(ticket)
  const people = [
    ...[ticket.firstResponsible, ticket.takenBy, responsibleOf(ticket), ...(ticket.helpers ?? [])],
    ...(ticket.firstOffer ? [ticket.firstOffer.to] : []),
  ]
  return [...new Set([...people, ...(handler ? [handler] : []), ...leadersOf(ticket)])]
}

/** [TK10] Whose work it is: the handler's, and whoever said it was put right. */
export const fixersOf = (ticket: Ticket): readonly StaffId[] => {
  const handler = handlerOf(ticket)
  const resolved = standing(ticket.thread)
    .filter(({ kind }) => kind === 'resolved')
    .at(-1)
  return [...(handler ? [handler] : []), ...(resolved ? [resolved.by] : [])]
}

/** In whose hands a ticket is; passed on and not accepted yet, also who gave it. */
interface InHands {
  readonly handler: StaffId | null
  readonly giver: StaffId | null
}
const IN_NOBODYS: InHands = { handler: null, giver: null }

const nextHands = (hands: InHands, entry: TicketEntry): InHands => {
  switch (entry.kind) {
    case 'assigned':
      return { handler: entry.to, giver: null }
    case 'transferred':
      return { handler: entry.to, giver: hands.giver ?? hands.handler ?? entry.by }
    case 'accepted':
      return { handler: entry.by, giver: null }
    case 'started':
    case 'resolved':
      return { handler: hands.handler ?? entry.by, giver: null }
    // [TK12] Passed on and turned down, it is the giver's again.
    case 'returned':
      return { handler: hands.giver, giver: null }
    default:
      return hands
  }
}

/** Who handled it after each entry of a thread in which all stands. */
export const handlersAlong = (thread: readonly TicketEntry[]): readonly InHands['handler'][] => {
  let hands = IN_NOBODYS
  return thread.map((entry) => (hands = nextHands(hands, entry)).handler)
}

const handsOf = (ticket: Ticket): InHands => standing(ticket.thread).reduce(nextHands, IN_NOBODYS)

/** Who last had it in hand, as the thread tells; null where nobody had. */
export const lastHandlerOf = (ticket: Ticket): StaffId | null => handsOf(ticket).handler

/** [TK12] Who answered for it, as the thread tells; null where nobody had it. */
export const lastAnswererOf = (ticket: Ticket): StaffId | null => {
  const { handler, giver } = handsOf(ticket)
  return giver ?? handler
}
