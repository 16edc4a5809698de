import type { TicketDeed } from '../../domain/ticket/deed'
import type { Ticket } from '../../domain/ticket/ticket'
import { handlerOf } from '../../domain/ticket/handler'

/** These end the matter without its being done: last in a menu, and in red. */
export const isGrave = (deed: TicketDeed): boolean =>
  ['cancel', 'decline', 'proposeDecline'].includes(deed)

/** The wording of a deed; who has it already is not assigned but changed (改派). */
export const deedKey = (
  deed: TicketDeed,
  ticket: Ticket,
): `ticket.deed.${TicketDeed | 'reassign'}` =>
  `ticket.deed.${deed === 'assign' && handlerOf(ticket) ? 'reassign' : deed}`
