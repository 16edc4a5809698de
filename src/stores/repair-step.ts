import type { StaffId } from '../domain/id'
import type { RepairSheet } from '../domain/repair/repair-sheet'
import type { TicketAct } from '../domain/ticket/act'
import type { Ticket, TicketStatus } from '../domain/ticket/ticket'
import { handlerOf } from '../domain/ticket/handler'

/** Whether this person's note may carry the ticket on: it is theirs, or nobody's yet. */
export const isTheirsToMove = (ticket: Ticket, staff: StaffId): boolean =>
  ticket.status !== 'resolved' &&
  ticket.status !== 'closed' &&
  (handlerOf(ticket) ?? staff) === staff

/**
 * [RN2] What the note says of its ticket: on site, and put right where it is. Pictures of a home stay with the
 * note, which fewer may see.
 */
export const stepsOf = (
  from: TicketStatus,
  sheet: RepairSheet,
  isSolved: boolean,
): readonly TicketAct[] => {
  const isCommon = sheet.home === null
  const start = (seen: TicketStatus): TicketAct => ({
    ...{ act: 'start', from: seen, words: sheet.found },
    photos: isCommon ? [...sheet.before] : [],
  })
  const resolve: TicketAct = {
    ...{ act: 'resolve', from: 'inProgress', words: sheet.done },
    photos: isCommon ? [...sheet.after] : [],
  }
  const end: readonly TicketAct[] = isSolved ? [resolve] : []
  switch (from) {
    case 'received':
    case 'assigned':
      return [{ act: 'accept', from }, start('accepted'), ...end]
    case 'accepted':
    case 'putOff':
      return [start(from), ...end]
    case 'inProgress':
      return end
    default:
      return []
  }
}
