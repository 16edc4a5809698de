import type { Community } from '../community'
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

/** [MJ5] To whom it goes, as the community says today. */
export const toLeaderOf = (
  community: Pick<Community, 'leader' | 'substitute'> | null,
): Pick<TicketActOf<'raise'>, 'leader' | 'substitute'> => {
  const { leader = null, substitute } = community ?? {}
  return leader && substitute ? { leader, substitute } : { leader }
}

/** [MJ2] Whether it would be handed to somebody: nobody has it, it was found ordinary, or it lies with another. */
export const mayRaise = ({ major, gravity, status }: Ticket, leader: StaffId | null): boolean => {
  if (status === 'closed') return false
  if (!major || gravity === 'ordinary') return true
  return major.heededAt === null && leader !== null && major.leader !== leader
}

/**
 * [MJ2] Handed to the leader with its reason. Handed over again it goes to the leader of today, where it
 * lies with another who never said they know, its clock and reason staying; found ordinary meanwhile, it
 * is major anew. Anything else, what was said before the last, or once it is over, is only told.
 */
export const raise = (
  ticket: Ticket,
  { reason, words, leader, substitute, due }: TicketActOf<'raise'>,
  context: ActContext,
): Applied<Ticket> => {
  const entry = { ...entryOf(context), kind: 'raised' as const, reason, words, to: leader }
  const told = withEntry(ticket, entry)
  if (ticket.status === 'closed') return noted(told, 'came-too-late')
  const isEarlier = ticket.thread.some(({ kind, at }) => kind === 'raised' && at > context.at)
  if (isEarlier || !mayRaise(ticket, leader)) return noted(told, 'already-recorded')
  const standsIn = substitute && leader ? { substitute } : {}
  const held = ticket.gravity === 'major' ? ticket.major : null
  if (held) {
    const { reason: first, raisedAt, heededAt } = held
    return applied({ ...told, major: { reason: first, leader, ...standsIn, raisedAt, heededAt } })
  }
  const major = { reason, leader, ...standsIn, raisedAt: context.at, heededAt: null }
  return applied({ ...retimed(withGravity(told, 'major', context), due), major })
}

/** [MJ4] The leader knows. The clock is the work's again; what is none after all is ordinary again. */
export const heed = (
  ticket: Ticket,
  { words, isOrdinary, due }: TicketActOf<'heed'>,
  context: ActContext,
): Applied<Ticket> => {
  const { major } = ticket
  const heeding = { ...entryOf(context), kind: 'heeded' as const, words, isOrdinary }
  const told = withEntry(ticket, heeding)
  if (!major || ticket.status === 'closed') return noted(told, 'came-too-late')
  if (major.heededAt !== null) return noted(told, 'already-recorded')
  if (!mayHeed(ticket, context.by))
    return noted(withEntry(ticket, { ...heeding, isOthers: true }), 'proof-missing')
  const heeded = { ...retimed(told, due), major: { ...major, heededAt: context.at } }
  return applied(isOrdinary ? withGravity(heeded, 'ordinary', context) : heeded)
}

/** [MJ5] The leader, and who stands in for them. */
export const leadersOf = ({ major }: Pick<Ticket, 'major'>): readonly StaffId[] => {
  const { leader = null, substitute } = major ?? {}
  return [...(leader ? [leader] : []), ...(leader && substitute ? [substitute] : [])]
}

/** [MJ3] Those it was handed to, while none of them knows. */
export const leadersAwaited = (ticket: Ticket): readonly StaffId[] =>
  ticket.status !== 'closed' && ticket.major?.heededAt === null ? leadersOf(ticket) : []

/** Who said so, of those it was handed to; the last, where it was handed over anew. */
export const heededByOf = ({ thread }: Pick<Ticket, 'thread'>): StaffId | null =>
  thread.filter((entry) => entry.kind === 'heeded' && !entry.isOthers).at(-1)?.by ?? null

/** [MJ5] Whose word it is that they know; anybody's who may, where nobody is named. */
export const mayHeed = (ticket: Ticket, staff: StaffId): boolean => {
  const leaders = leadersOf(ticket)
  return leaders.length === 0 || leaders.includes(staff)
}
