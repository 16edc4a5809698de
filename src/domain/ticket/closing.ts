import type { TicketEntry } from './entry'
import { standing } from './still-standing'
import type { Joined } from './joined'
import type { Ticket, TicketId } from './ticket'

/** Somebody who waits to hear the end: of the ticket itself, or of one joined to it. */
export interface Listener {
  readonly ticket: TicketId
  readonly home: Ticket['home']
  readonly caller: Ticket['caller']
}

const isSomebody = ({ home, caller }: Pick<Joined, 'home' | 'caller'>): boolean =>
  home !== null || caller !== null

/** [TK16] Everybody to be told the end, each by the ticket they spoke of. */
export const listenersOf = (ticket: Ticket): readonly Listener[] => {
  const { id, home, caller, joined } = ticket
  return [{ ticket: id, home, caller }, ...joined].filter(isSomebody)
}

export const hasSomeoneToTell = (ticket: Ticket): boolean => listenersOf(ticket).length > 0

type Told = Extract<TicketEntry, { kind: 'told' }>

const TRIES = 3

/** Whenever one listener was told, or tried. */
export const toldEntries = (ticket: Ticket, of: TicketId): readonly Told[] =>
  ticket.thread.filter(
    (entry): entry is Told => entry.kind === 'told' && (entry.of ?? ticket.id) === of,
  )

/** [TK9] Whoever was neither told of the end nor tried three times since it was put right. */
export const untoldOf = (ticket: Ticket): readonly Listener[] => {
  const since = 'resolvedAt' in ticket ? ticket.resolvedAt : null
  return listenersOf(ticket).filter((listener) => {
    if (since === null) return true
    const tries = toldEntries(ticket, listener.ticket).filter(({ at }) => at >= since)
    return !tries.some(({ reached }) => reached) && tries.length < TRIES
  })
}

/** [TK9] [TK10] Since it was put right somebody else looked, with a fresh photo, and found it good. */
export const isRechecked = (ticket: Ticket): boolean => {
  const thread = standing(ticket.thread)
  const resolved = thread.map(({ kind }) => kind).lastIndexOf('resolved')
  return thread
    .slice(resolved + 1)
    .some(
      (entry) =>
        entry.kind === 'rechecked' && entry.passed && !entry.ownWork && entry.photos.length > 0,
    )
}

export type ClosingNeed = 'resolve' | 'tell-owner' | 'recheck'

/** [TK9] What closing waits for: everybody told or tried three times; with nobody to tell, a recheck. */
export const whatClosingNeeds = (ticket: Ticket): ClosingNeed | null => {
  if (ticket.status === 'closed') return null
  if (ticket.status !== 'resolved') return 'resolve'
  if (untoldOf(ticket).length > 0) return 'tell-owner'
  if (hasSomeoneToTell(ticket) || ticket.ending) return null
  return isRechecked(ticket) ? null : 'recheck'
}

/** How often a recheck sent it back. */
export const sentBackTimes = (ticket: Ticket): number =>
  standing(ticket.thread).filter((entry) => entry.kind === 'rechecked' && !entry.passed).length
