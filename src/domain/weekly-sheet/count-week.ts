import type { Instant } from '../instant'
import type { Given } from '../promise/given'
import { hasSomeoneToTell } from '../ticket/closing'
import { standing } from '../ticket/still-standing'
import type { Ticket, TicketId } from '../ticket/ticket'
import { wasOpenAt } from '../wrap-up/question'
import { FIGURES, WEEKLY_LIMITS, type Figure, type WeeklySheet } from './weekly-sheet'

/** What a week is counted from, as one phone knows it. */
export interface WeekInHand {
  readonly began: Instant
  /** Where it ends, or now while it runs. */
  readonly until: Instant
  /** Complaints of one community. */
  readonly complaints: readonly Ticket[]
  /** [WS5] Null where this phone does not hold everybody's. */
  readonly promises: readonly Given[] | null
}

export interface CountedWeek {
  readonly figures: WeeklySheet['figures']
  readonly counted: WeeklySheet['counted']
  /** Those still open at its end, the oldest first. */
  readonly open: readonly Ticket[]
}

const firstToldAt = (ticket: Ticket, until: Instant): Instant | null => {
  const times = standing(ticket.thread).flatMap((entry) =>
    entry.kind === 'told' && entry.reached && entry.at <= until ? [entry.at] : [],
  )
  return times.length > 0 ? Math.min(...times) : null
}

const PROMISED: readonly Figure[] = ['promised', 'promiseKept', 'promiseBroken']

/** [WS4] Each figure with what it counts. */
const recordsOf = (
  { began, until, complaints, promises }: WeekInHand,
  figure: Figure,
): readonly string[] => {
  const isOfWeek = (at: Instant | null) => at !== null && at >= began && at <= until
  const those = (is: (ticket: Ticket) => boolean) => complaints.filter(is).map(({ id }) => id)
  const given = (is: (each: Given) => boolean) => (promises ?? []).filter(is).map(({ key }) => key)
  const isTaken = ({ receivedAt }: Ticket) => isOfWeek(receivedAt)
  switch (figure) {
    case 'taken':
      return those(isTaken)
    case 'major':
      return those((ticket) => isTaken(ticket) && ticket.gravity === 'major')
    case 'closed':
      return those(
        (ticket) =>
          ticket.status === 'closed' && ticket.closing !== 'joined' && isOfWeek(ticket.closedAt),
      )
    case 'open':
      return those((ticket) => wasOpenAt(ticket, until))
    case 'openFromBefore':
      return those((ticket) => ticket.receivedAt < began && wasOpenAt(ticket, until))
    case 'late':
      return those(
        (ticket) =>
          isTaken(ticket) &&
          hasSomeoneToTell(ticket) &&
          (firstToldAt(ticket, until) ?? until) > ticket.due.at,
      )
    case 'told':
      return those((ticket) => isTaken(ticket) && firstToldAt(ticket, until) !== null)
    case 'notTold':
      return those(
        (ticket) =>
          isTaken(ticket) && hasSomeoneToTell(ticket) && firstToldAt(ticket, until) === null,
      )
    case 'reopened':
      return those((ticket) =>
        standing(ticket.thread).some(({ kind, at }) => kind === 'reopened' && isOfWeek(at)),
      )
    case 'promised':
      return given(({ saidAt }) => isOfWeek(saidAt))
    case 'promiseKept':
      return given(({ fate, settledAt }) => fate === 'kept' && isOfWeek(settledAt))
    case 'promiseBroken':
      return given(
        ({ fate, settledAt, dueAt }) =>
          ((fate === 'broken' || fate === 'late') && isOfWeek(settledAt)) ||
          (fate === 'overdue' && isOfWeek(dueAt)),
      )
  }
}

/** [WS4] [WS5] A week as the phone counts it, every number with the records it was counted from. */
export const countWeek = (week: WeekInHand): CountedWeek => {
  const isKnown = (figure: Figure) => week.promises !== null || !PROMISED.includes(figure)
  const found = FIGURES.map((figure) => ({
    ...{ figure, records: isKnown(figure) ? recordsOf(week, figure) : [] },
  }))
  const within = new Map<string, Figure[]>()
  for (const { figure, records } of found)
    for (const record of records) within.set(record, [...(within.get(record) ?? []), figure])
  return {
    figures: found.map(({ figure, records }) => ({
      ...{ figure, value: isKnown(figure) ? records.length : null },
    })),
    counted: [...within]
      .slice(0, WEEKLY_LIMITS.counted)
      .map(([record, figures]) => ({ record: record as TicketId, in: figures })),
    open: week.complaints
      .filter((ticket) => wasOpenAt(ticket, week.until))
      .sort((a, b) => a.receivedAt - b.receivedAt || (a.id < b.id ? -1 : 1)),
  }
}
