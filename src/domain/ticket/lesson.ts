import { DAY, type Instant } from '../instant'
import type { TicketEntry } from './entry'
import { standing } from './still-standing'
import type { Ticket } from './ticket'

/** [CL1] [RP2] Cause and lesson are asked for a complaint, a major one, what came back, and a repeat. */
export const asksLesson = (ticket: Ticket, repeats: readonly unknown[] = []): boolean => {
  if ('ending' in ticket && ticket.ending) return false
  const isBack = standing(ticket.thread).some(
    (entry) => entry.kind === 'reopened' || (entry.kind === 'rechecked' && !entry.passed),
  )
  return ticket.kind === 'complaint' || ticket.gravity === 'major' || isBack || repeats.length > 0
}

type Learnt = NonNullable<Extract<TicketEntry, { kind: 'closed' }>['learnt']>

/** What was learnt when it was last closed, and when that was. */
export const learntOf = (ticket: Ticket): (Learnt & { readonly at: Instant }) | null => {
  if (ticket.status !== 'closed') return null
  const learnt = standing(ticket.thread).flatMap((entry) =>
    entry.kind === 'closed' && entry.learnt ? [{ ...entry.learnt, at: entry.at }] : [],
  )
  return learnt.at(-1) ?? null
}

/** [CL2] How long a place is watched after what happened there. */
export const WATCH_DAYS = 30

export const isWatchedAt = (ticket: Ticket, now: Instant): boolean => {
  const learnt = learntOf(ticket)
  return learnt?.watch === 'place' && now < learnt.at + WATCH_DAYS * DAY
}
