import type { Escalation } from '../clock/timing'
import type { StaffId } from '../id'
import { MINUTE, type Instant } from '../instant'
import { clocksOf, type TicketClock } from './clock'
import { standing } from './still-standing'
import { handlersAlong, lastAnswererOf } from './person'
import type { Ticket } from './ticket'

/** 快到时限 · 超时 · 报主管 · 报经理 */
type EscalationStep = 'warning' | 'overdue' | 'supervisor' | 'manager'

/** Who was told what of a ticket, and when (升级). */
export interface Escalated {
  readonly step: EscalationStep
  /** Which clock it was; `unassigned` where nobody took the ticket. */
  readonly clock: TicketClock['clock'] | 'unassigned'
  /** The instant the clock ran out, or since when nobody had it. */
  readonly due: Instant
  readonly at: Instant
  /** Whoever answered for it then; null where it goes to a role. */
  readonly to: StaffId | null
}

interface Span {
  readonly from: Instant
  readonly to: Instant | null
}

const spansOf = (ticket: Ticket): readonly Span[] => {
  if (ticket.status === 'closed' && ticket.closing === 'fixedOnSpot') return []
  const spans: Span[] = []
  let since: Instant | null = ticket.receivedAt
  const thread = standing(ticket.thread)
  const handlers = handlersAlong(thread)
  thread.forEach((entry, index) => {
    const isHeld = handlers[index] !== null || ENDS.includes(entry.kind)
    if (isHeld && since !== null) {
      spans.push({ from: since, to: entry.at })
      since = null
    } else if (!isHeld && since === null && entry.kind === 'returned') since = entry.at
  })
  return since === null ? spans : [...spans, { from: since, to: null }]
}

/** A ticket never changes, a next one takes its place: its thread is gone through once. */
const workedOut = new WeakMap<Ticket, readonly Span[]>()

/** When nobody had it: from its receipt or a return until somebody was given it or took it. */
const unassignedSpans = (ticket: Ticket): readonly Span[] => {
  const known = workedOut.get(ticket) ?? spansOf(ticket)
  workedOut.set(ticket, known)
  return known
}

const ENDS: readonly Ticket['thread'][number]['kind'][] = ['cancelled', 'declined', 'joined']

const answererAt = (ticket: Ticket, at: Instant): StaffId => {
  const thread = ticket.thread.filter((entry) => entry.at <= at)
  return lastAnswererOf({ ...ticket, thread }) ?? ticket.firstResponsible
}

const stepsOf = (escalation: Escalation): readonly (readonly [EscalationStep, number])[] => [
  ['warning', -escalation.warnBefore],
  ['overdue', 0],
  ['supervisor', escalation.supervisorAfter],
  ['manager', escalation.managerAfter],
]

/**
 * [CK12] Derived from the ticket, its clocks and the time alone: a step counts if the clock still ran
 * when it was due. Earliest first.
 */
export const escalationsOf = (
  ticket: Ticket,
  escalation: Escalation,
  now: Instant,
): readonly Escalated[] => {
  const ofClocks = clocksOf(ticket).flatMap(({ clock, at: due, endedAt }) =>
    stepsOf(escalation).flatMap(([step, minutes]): Escalated[] => {
      const at = due + minutes * MINUTE
      if (at > now || (endedAt !== null && at >= endedAt) || at < ticket.receivedAt) return []
      const isOwn = step === 'warning' || step === 'overdue'
      return [{ step, clock, due, at, to: isOwn ? answererAt(ticket, at) : null }]
    }),
  )
  const unassigned = unassignedSpans(ticket).flatMap(({ from, to }): Escalated[] => {
    const at = from + escalation.unassignedAfter * MINUTE
    if (at > now || (to !== null && at >= to)) return []
    return [{ step: 'supervisor', clock: 'unassigned', due: from, at, to: null }]
  })
  return [...ofClocks, ...unassigned].sort((one, other) => one.at - other.at)
}
