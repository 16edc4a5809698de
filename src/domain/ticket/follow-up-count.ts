import type { Instant } from '../instant'
import type { SOLVED } from './after-closing'
import { followUpDueAt, isFollowedUp, reachedFollowUp, waitsForFollowUp } from './follow-up'
import type { Ticket } from './ticket'

/** [CL6] The follow-ups of what was closed in a span of time. */
export interface FollowUpCount {
  readonly due: number
  readonly reached: number
  /** Reached within the days of [CL3]. */
  readonly inTime: number
  readonly waiting: number
  readonly solved: Readonly<Record<(typeof SOLVED)[number], number>>
  /** The sum of what owners gave, one to five each. */
  readonly score: number
}

export const countFollowUps = (
  tickets: readonly Ticket[],
  { from, until }: { readonly from: Instant; readonly until: Instant },
): FollowUpCount => {
  const solved = { yes: 0, partly: 0, no: 0 }
  let [due, reached, inTime, waiting, score] = [0, 0, 0, 0, 0]
  for (const ticket of tickets) {
    if (ticket.status !== 'closed' || ticket.closedAt < from || ticket.closedAt >= until) continue
    if (!isFollowedUp(ticket)) continue
    due += 1
    if (waitsForFollowUp(ticket)) waiting += 1
    const entry = reachedFollowUp(ticket)
    if (!entry?.answer) continue
    reached += 1
    if (entry.at <= followUpDueAt(ticket.closedAt)) inTime += 1
    solved[entry.answer.solved] += 1
    score += entry.answer.score
  }
  return { due, reached, inTime, waiting, solved, score }
}
