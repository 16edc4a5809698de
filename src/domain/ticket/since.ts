import type { TicketEntry } from './entry'
import type { Ticket } from './ticket'

/** What moves a ticket on; a word said, a call made or a field corrected takes nobody's step away. */
export const MOVES: readonly TicketEntry['kind'][] = [
  ...(['assigned', 'accepted', 'returned', 'transferred', 'started', 'putOff'] as const),
  ...(['resolved', 'rechecked', 'closed', 'cancelled', 'reopened', 'declined'] as const),
  ...(['joined', 'separated', 'engaged', 'released', 'undone'] as const),
]

/** [TK21] What last moved a ticket since somebody saw it; null where nothing did. */
export const movedSince = (seen: Ticket, now: Ticket): TicketEntry | null => {
  const known = new Set(seen.thread.map(({ change }) => change))
  return (
    now.thread.filter(({ kind, change }) => MOVES.includes(kind) && !known.has(change)).at(-1) ??
    null
  )
}
