import type { Instant } from '../instant'
import { standing } from './still-standing'
import { MOVES } from './since'
import type { Ticket } from './ticket'

/** 等业主: from when to when the clocks stood still; the end may lie ahead. */
export interface Pause {
  readonly from: Instant
  readonly to: Instant
}

/** [CK9] Waiting for the owner, until the time that was said or the next step, whichever is first. */
export const pausesOf = (ticket: Ticket): readonly Pause[] => {
  const steps = standing(ticket.thread).filter(({ kind }) => MOVES.includes(kind))
  return steps.flatMap((entry, index) => {
    if (entry.kind !== 'putOff' || entry.why !== 'owner') return []
    const to = Math.min(entry.until, steps[index + 1]?.at ?? entry.until)
    return to > entry.at ? [{ from: entry.at, to }] : []
  })
}
