import type { Deadlines } from '../community'
import type { StaffId } from '../id'
import { MINUTE, type Instant } from '../instant'
import { nextWordOf } from './next-word'
import { fixersOf, peopleOf } from './person'
import { waitsForSample } from './sample'
import type { Step } from './act'
import { PERMITTED } from './step'
import type { Due, Ticket, TicketKind } from './ticket'

/** [TK7] The clock a new ticket starts with, in the community's figures of the day. */
export const dueOf = (
  matter: {
    readonly kind: TicketKind
    readonly gravity: 'ordinary' | 'major'
    readonly urgent: boolean
  },
  receivedAt: Instant,
  deadlines: Deadlines,
): Due => {
  const rule = ruleOf(matter)
  return { at: receivedAt + deadlines[rule] * MINUTE, rule, version: deadlines.version }
}

const ruleOf = (matter: {
  readonly kind: TicketKind
  readonly gravity: 'ordinary' | 'major'
  readonly urgent: boolean
}): Due['rule'] => {
  if (matter.gravity === 'major') return 'majorToLeader'
  if (matter.urgent) return 'urgentOnSite'
  if (matter.kind === 'hazard') return 'hazard'
  if (matter.kind === 'defect') return 'defect'
  if (matter.kind === 'repair') return 'ordinaryRepair'
  return 'complaintFirstAnswer'
}

export const isOpen = (ticket: Ticket): boolean => ticket.status !== 'closed'

/** [TK11] The clock of the work: put off, it waits until then, and never less than before. */
export const workClockOf = (ticket: Ticket): Instant =>
  ticket.status === 'putOff' ? Math.max(ticket.due.at, ticket.until) : ticket.due.at

/** [TK8] Work's clock runs until the matter is put right, not until the paper is closed. */
const isAtWork = (ticket: Ticket): boolean => isOpen(ticket) && ticket.status !== 'resolved'

/** [TK25] The nearest clock that runs: the work's, or the word agreed with an owner. */
export const clockOf = (ticket: Ticket): Instant => {
  const word = nextWordOf(ticket)
  if (word === null) return workClockOf(ticket)
  return isAtWork(ticket) ? Math.min(word, workClockOf(ticket)) : word
}

/** [TK8] [TK25] Until it is put right, and until the word agreed is given. */
export const isClockRunning = (ticket: Ticket): boolean =>
  isAtWork(ticket) || nextWordOf(ticket) !== null

export const isOverdue = (ticket: Ticket, now: Instant): boolean =>
  isClockRunning(ticket) && now > clockOf(ticket)

/** When the owner was last reached. */
export const lastToldAt = (ticket: Ticket): Instant | null =>
  ticket.thread.reduce<Instant | null>(
    (last, entry) =>
      entry.kind === 'told' && entry.reached ? Math.max(last ?? 0, entry.at) : last,
    null,
  )

/** [TK10] [TK26] Someone other than the fixer looks. */
export const mayRecheck = (ticket: Ticket, staff: StaffId): boolean =>
  ((ticket.status === 'resolved' && !ticket.ending) || waitsForSample(ticket)) &&
  !fixersOf(ticket).includes(staff)

/** The steps the ticket's status permits, whoever asks. */
export const permittedSteps = (ticket: Ticket): readonly Step['act'][] =>
  (Object.keys(PERMITTED) as Step['act'][]).filter((step) =>
    PERMITTED[step].includes(ticket.status),
  )

/** Whether it is on this person's plate: theirs to handle, or theirs to answer for. */
export const concerns = (ticket: Ticket, staff: StaffId): boolean =>
  peopleOf(ticket).includes(staff)
