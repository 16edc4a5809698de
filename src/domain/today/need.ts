import type { StaffId } from '../id'
import type { Instant } from '../instant'
import type { Matter } from './matter'
import { isAhead, SOON } from './standing'
import { ticketTask } from './ticket-standing'

/** [TD7] Whether it needs the person now: late, about to be, not taken by the server, or to accept. */
export const needsPerson = (matter: Matter, staff: StaffId): boolean =>
  isAhead(matter.standing, 'now') ||
  (matter.kind === 'ticket' && ticketTask(matter.ticket, staff) === 'accept')

/** Why the phone rings by itself. */
export interface Call<Line extends Matter = Matter> {
  /** Names this ringing for ever: the matter, the clock and what became of it. */
  readonly id: string
  readonly why: 'late' | 'soon' | 'assigned'
  /** When it came to be so. */
  readonly since: Instant
  readonly matter: Line
}

/** [TD8] What there is to ring for, each with a name of its own, so that it rings once. */
export const callsOf = <Line extends Matter>(
  matters: readonly Line[],
  staff: StaffId,
): readonly Call<Line>[] =>
  matters.flatMap((matter): Call<Line>[] => {
    const { key, at, standing } = matter
    const isClock = at !== null && (standing === 'late' || standing === 'soon')
    const came = matter.kind === 'ticket' ? matter.ticket.receivedAt : 0
    const clock: Call<Line>[] = isClock
      ? [
          {
            ...{ id: `${key}/${standing}/${at}`, why: standing, matter },
            since: Math.max(came, standing === 'late' ? at : at - SOON),
          },
        ]
      : []
    if (matter.kind !== 'ticket' || ticketTask(matter.ticket, staff) !== 'accept') return clock
    const given = matter.ticket.thread
      .filter(({ kind }) => kind === 'assigned' || kind === 'transferred')
      .at(-1)
    if (!given || given.by === staff) return clock
    return [
      ...clock,
      { id: `${key}/assigned/${given.change}`, why: 'assigned', since: given.at, matter },
    ]
  })
