import type { StaffId } from '../id'
import { applied, noted, type ActContext, type Applied } from '../record-kind'
import { entryOf } from '../thread'
import type { TicketActOf } from './act'
import type { TicketEntry } from './entry'
import type { Due, Ticket } from './ticket'

const withEntry = (ticket: Ticket, entry: TicketEntry): Ticket => ({
  ...ticket,
  thread: [...ticket.thread, entry],
})

const withGravity = (ticket: Ticket, gravity: Ticket['gravity'], { at, change }: ActContext) => ({
  ...{ ...ticket, gravity, stamps: { ...ticket.stamps, gravity: { at, change } } },
})

/** Taking back the step before does not bring the clocks before back ([TK20]). */
const retimed = (ticket: Ticket, due: Due): Ticket => ({
  ...ticket,
  due,
  ...(ticket.before ? { before: { ...ticket.before, due } } : {}),
})

/** [MJ2] Handed to the leader with its reason; a second time, or once it is over, it is only told. */
export const raise = (
  ticket: Ticket,
  { reason, words, leader, due }: TicketActOf<'raise'>,
  context: ActContext,
): Applied<Ticket> => {
  const entry = { ...entryOf(context), kind: 'raised' as const, reason, words, to: leader }
  const told = withEntry(ticket, entry)
  if (ticket.status === 'closed') return noted(told, 'came-too-late')
  if (ticket.major) return noted(told, 'already-recorded')
  const major = { reason, leader, raisedAt: context.at, heededAt: null }
  return applied({ ...retimed(withGravity(told, 'major', context), due), major })
}

/** [MJ4] The leader knows. The clock is the work's again; what is none after all is ordinary again. */
export const heed = (
  ticket: Ticket,
  { words, isOrdinary, due }: TicketActOf<'heed'>,
  context: ActContext,
): Applied<Ticket> => {
  const { major } = ticket
  const told = withEntry(ticket, { ...entryOf(context), kind: 'heeded', words, isOrdinary })
  if (!major || ticket.status === 'closed') return noted(told, 'came-too-late')
  if (major.heededAt !== null) return noted(told, 'already-recorded')
  const heeded = { ...retimed(told, due), major: { ...major, heededAt: context.at } }
  return applied(isOrdinary ? withGravity(heeded, 'ordinary', context) : heeded)
}

/** [MJ3] The leader who does not know yet; null where there is none. */
export const leaderAwaited = ({ major, status }: Ticket): StaffId | null =>
  status !== 'closed' && major?.heededAt === null ? major.leader : null
