import type { TicketDeed } from '../domain/ticket/deed'

/** Where a form that was begun is kept. */
export const ticketDraftKey = (ticket: string, deed: TicketDeed): string =>
  `ticket/${ticket}/${deed}`
