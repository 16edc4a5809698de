import { applied, type ActContext, type Applied } from '../record-kind'
import type { StaffId } from '../id'
import { entryOf } from '../thread'
import type { TicketActOf } from './act'
import { keepLate } from './late'
import type { Ticket } from './ticket'

const MOST_HELPERS = 8

const helpersOf = (ticket: Ticket): readonly StaffId[] => ticket.helpers ?? []

/**
 * [TK42] Who works along (协同); the handler stays the one who answers. Two who bring in the same person
 * brought in one.
 */
export const changeHelpers = (
  ticket: Ticket,
  { act, who }: TicketActOf<'addHelper' | 'dropHelper'>,
  context: ActContext,
): Applied<Ticket> => {
  const helpers = helpersOf(ticket)
  const isThere = helpers.includes(who)
  const isFull = helpers.length >= MOST_HELPERS
  const isAdding = act === 'addHelper'
  if (ticket.status === 'closed' || isThere === isAdding || (isAdding && isFull))
    return keepLate(ticket, { act }, context)
  const entry = {
    ...entryOf(context),
    ...{ kind: isAdding ? ('helperAdded' as const) : ('helperDropped' as const), who },
  }
  return applied({
    ...ticket,
    helpers: isAdding ? [...helpers, who] : helpers.filter((each) => each !== who),
    thread: [...ticket.thread, entry],
  })
}
