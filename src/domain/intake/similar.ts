import type { Instant } from '../instant'
import { isOpen } from '../ticket/question'
import type { Ticket } from '../ticket/ticket'

/** Why it may be the same matter, the nearest kinship first. */
const KINSHIPS = ['home', 'facility', 'riser'] as const

export interface Similar {
  readonly ticket: Ticket
  readonly by: (typeof KINSHIPS)[number]
}

export interface SimilarTo {
  readonly home: string | null
  /** The homes on its riser, itself among them. */
  readonly riser: readonly string[]
  readonly facility: string | null
  readonly since: Instant
}

/** [IN6] Open, of late, and of the same home, the same machine or the same riser. */
export const similarOf = (
  tickets: readonly Ticket[],
  { home, riser, facility, since }: SimilarTo,
): readonly Similar[] => {
  const kinshipOf = (ticket: Ticket): Similar['by'] | null => {
    if (home !== null && ticket.home === home) return 'home'
    if (facility !== null && ticket.facility === facility) return 'facility'
    return ticket.home !== null && riser.includes(ticket.home) ? 'riser' : null
  }
  return tickets
    .flatMap((ticket): Similar[] => {
      const by = kinshipOf(ticket)
      return by && isOpen(ticket) && ticket.receivedAt >= since ? [{ ticket, by }] : []
    })
    .sort(
      (a, b) =>
        KINSHIPS.indexOf(a.by) - KINSHIPS.indexOf(b.by) ||
        b.ticket.receivedAt - a.ticket.receivedAt,
    )
}
