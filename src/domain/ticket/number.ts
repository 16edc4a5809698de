import type { TicketId } from './ticket'

const DIGITS = 8
const TAIL = -10

/**
 * [TK15] The number people say to one another (工单号): eight digits that follow from the id, so a phone
 * with no network has it too. It finds a ticket; the id is what names it.
 */
export const numberOf = (id: TicketId): string =>
  String(Number.parseInt(id.slice(TAIL), 16) % 10 ** DIGITS).padStart(DIGITS, '0')
