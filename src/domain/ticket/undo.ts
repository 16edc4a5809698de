import { applied, type ActContext, type Applied } from '../record-kind'
import { entryOf } from '../thread'
import type { TicketActOf } from './act'
import { keepLate } from './late'
import type { Ticket } from './ticket'
import { withLife } from './with-life'

/** The step this person may still take back: their own, and nobody went on from it. */
export const undoableStep = (ticket: Ticket, staff: ActContext['by']) => {
  const { before } = ticket
  const step = ticket.thread.find(({ change }) => change === before?.change)
  return before && step?.by === staff ? before : null
}

/** [TK20] Back to where it was before; the thread keeps both the step and its taking back. */
export const undo = (
  ticket: Ticket,
  deed: TicketActOf<'undo'>,
  context: ActContext,
): Applied<Ticket> => {
  const before = undoableStep(ticket, context.by)
  if (before?.change !== deed.change) return keepLate(ticket, { act: 'undo' }, context)
  const entry = { ...entryOf(context), kind: 'undone' as const, undone: deed.change }
  const told = { ...ticket, thread: [...ticket.thread, entry], due: before.due }
  return applied(withLife(told, before.life))
}
