import { DAY } from '../instant'
import type { Ticket } from './ticket'

/** [RP1] Within how many days the same trouble is a repeat, where a community says nothing else. */
export const REPEAT_DAYS = 90

/** [RP1] What the trouble is: its sort where it has one, else its kind. */
const troubleOf = ({ kind, intake }: Ticket): string => intake?.topic ?? kind

/** Not a trouble that comes back: praise, what was asked, and what was none. */
const isTrouble = (ticket: Ticket): boolean => {
  if (ticket.kind === 'praise' || ticket.kind === 'enquiry') return false
  return ticket.status !== 'closed' || ticket.closing !== 'cancelled'
}

const isJoinedTo = (one: Ticket, other: Ticket): boolean =>
  one.status === 'closed' && one.closing === 'joined' && one.into === other.id

interface RepeatOf {
  /** The homes on its riser, itself among them. */
  readonly riser: readonly string[]
  readonly days: number
}

/** [RP1] The same trouble at the same home, machine or riser before it; the newest first. */
export const repeatsOf = (
  ticket: Ticket,
  others: readonly Ticket[],
  { riser, days }: RepeatOf,
): readonly Ticket[] => {
  if (!isTrouble(ticket)) return []
  const isNear = ({ home, facility }: Ticket) =>
    (facility !== null && facility === ticket.facility) ||
    (home !== null && (home === ticket.home || riser.includes(home)))
  const since = ticket.receivedAt - days * DAY
  return others
    .filter(
      (other) =>
        other.id !== ticket.id &&
        isNear(other) &&
        isTrouble(other) &&
        troubleOf(other) === troubleOf(ticket) &&
        other.receivedAt < ticket.receivedAt &&
        other.receivedAt >= since &&
        !isJoinedTo(other, ticket) &&
        !isJoinedTo(ticket, other),
    )
    .sort((one, other) => other.receivedAt - one.receivedAt)
}
