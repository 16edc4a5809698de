import type { StaffId } from '../id'
import type { Instant } from '../instant'
import { noted, type ActContext, type Applied, type NotedReason } from '../record-kind'
import { entryOf } from '../thread'
import type { LATE_STEPS, TicketEntry } from './entry'
import type { Ticket } from './ticket'

interface Late {
  readonly act: (typeof LATE_STEPS)[number]
  readonly words?: string
  readonly photos?: Ticket['photos']
}

/** [TK5] A step that came too late, or before its proof, stays in the thread as what it was. */
export const keepLate = (
  ticket: Ticket,
  { act, words = '', photos = [] }: Late,
  context: ActContext,
  why: NotedReason = 'came-too-late',
): Applied<Ticket> => {
  const late: TicketEntry = { ...entryOf(context), kind: 'late', step: act, words, photos }
  return noted({ ...ticket, thread: [...ticket.thread, late] }, why)
}

/** [TK44] This person took it when somebody else had it already: when, and nothing where it is theirs. */
export const tookTooLate = (ticket: Ticket, staff: StaffId): Instant | null => {
  if (ticket.status === 'received' || ticket.status === 'closed' || ticket.handler === staff)
    return null
  const late = ticket.thread.filter(
    (entry) => entry.kind === 'late' && entry.step === 'accept' && entry.by === staff,
  )
  return late.at(-1)?.at ?? null
}
