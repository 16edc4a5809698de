import { DAY, type Instant } from '../instant'
import type { StaffId } from '../id'
import { hasSomeoneToTell } from './closing'
import type { TicketEntry } from './entry'
import { standing } from './still-standing'
import { fixersOf } from './person'
import type { Ticket, TicketId } from './ticket'

/** Within so many days of closing. */
const FOLLOW_UP_DAYS = 3
/** One in so many repairs. */
const REPAIRS_ONE_IN = 5
const TRIES = 3
const HEAD = 8

/** [CL3] By the id alone, so every phone draws the same; other digits than the second look's. */
const isDrawn = (id: TicketId): boolean =>
  Number.parseInt(id.slice(-2 * HEAD, -HEAD).replaceAll('-', ''), 16) % REPAIRS_ONE_IN === 0

type FollowedUp = Extract<TicketEntry, { kind: 'followedUp' }>

/** Since it was last closed. */
const followUpsOf = (ticket: Ticket): readonly FollowedUp[] => {
  const thread = standing(ticket.thread)
  const closed = thread.map(({ kind }) => kind).lastIndexOf('closed')
  return thread
    .slice(closed + 1)
    .filter((entry): entry is FollowedUp => entry.kind === 'followedUp' && !entry.ownWork)
}

/** [CL3] Every complaint and one repair in five that an owner was told the end of. */
export const isFollowedUp = (ticket: Ticket): boolean => {
  if (ticket.status !== 'closed' || ticket.closing !== 'told' || !hasSomeoneToTell(ticket))
    return false
  return ticket.kind === 'complaint' || (ticket.kind === 'repair' && isDrawn(ticket.id))
}

/** The one that reached an owner since it was closed. */
export const reachedFollowUp = (ticket: Ticket): FollowedUp | null =>
  followUpsOf(ticket).find(({ answer }) => answer !== null) ?? null

export const hasAnsweredFollowUp = (ticket: Ticket): boolean => reachedFollowUp(ticket) !== null

/** [CL3] Nobody has been reached yet, nor tried three times. */
export const waitsForFollowUp = (ticket: Ticket): boolean => {
  if (!isFollowedUp(ticket)) return false
  return !hasAnsweredFollowUp(ticket) && followUpsOf(ticket).length < TRIES
}

export const followUpDueAt = (closedAt: Instant): Instant => closedAt + FOLLOW_UP_DAYS * DAY

/** [CL4] By somebody else than who did the work. */
export const mayFollowUp = (ticket: Ticket, staff: StaffId): boolean =>
  waitsForFollowUp(ticket) && !fixersOf(ticket).includes(staff)

/** What the owner last answered. */
export const ownersAnswer = (ticket: Ticket): FollowedUp | null =>
  standing(ticket.thread)
    .filter((entry): entry is FollowedUp => entry.kind === 'followedUp' && entry.answer !== null)
    .at(-1) ?? null
