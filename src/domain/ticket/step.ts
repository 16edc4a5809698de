import { applied, malformed, type ActContext, type Applied, type NotedReason } from '../record-kind'
import type { Step } from './act'
import { whatClosingNeeds } from './closing'
import { pendingDecline } from './contract'
import { keepLate } from './late'
import { nextLife } from './next-life'
import { isFixedOnSpot } from './sample'
import { startingAt } from './starting-at'
import { stepEntry } from './step-entry'
import type { Due, Ticket, TicketStatus } from './ticket'
import { outsideOf } from './handler'
import { lifeOf, withLife } from './with-life'

const AT_WORK: readonly TicketStatus[] = ['assigned', 'accepted', 'inProgress', 'putOff']

/** [TK4] From which statuses each step is permitted. */
export const PERMITTED: { readonly [Name in Step['act']]: readonly TicketStatus[] } = {
  assign: ['received', ...AT_WORK],
  accept: ['received', 'assigned'],
  return: AT_WORK,
  transfer: AT_WORK,
  start: ['received', 'assigned', 'accepted', 'putOff'],
  putOff: ['accepted', 'inProgress', 'putOff'],
  resolve: AT_WORK,
  recheck: ['resolved', 'closed'],
  close: ['resolved'],
  cancel: ['received', 'assigned', 'accepted', 'putOff'],
  decline: ['received', ...AT_WORK],
  confirmDecline: ['received', ...AT_WORK],
  reopen: ['closed'],
  join: ['received', ...AT_WORK],
  separate: ['closed'],
  engage: AT_WORK,
  release: AT_WORK,
}

/** [TK27] Reopened and closed in another way since its author saw it closed. */
const isClosedOtherwise = (ticket: Ticket, { act }: Step): boolean => {
  if (ticket.status !== 'closed') return false
  if (act === 'recheck') return !isFixedOnSpot(ticket)
  return act === 'separate' && ticket.closing !== 'joined'
}

/** Why a step from the right status still does not take effect; it is kept all the same. */
const heldBack = (ticket: Ticket, step: Step, { by }: ActContext): NotedReason | null => {
  if (step.act === 'accept' && ticket.status === 'assigned' && ticket.handler !== by)
    return 'came-too-late'
  if (step.act === 'release' && !outsideOf(ticket).outside) return 'came-too-late'
  if (step.act === 'confirmDecline' && pendingDecline(ticket)?.change !== step.proposal)
    return 'came-too-late'
  if (isClosedOtherwise(ticket, step)) return 'came-too-late'
  return step.act === 'close' && whatClosingNeeds(ticket) !== null ? 'proof-missing' : null
}

const isImpossible = (ticket: Ticket, step: Step, { record }: ActContext): boolean => {
  if (!PERMITTED[step.act].includes(ticket.status)) return true
  return step.act === 'join' && step.into === record
}

/** [TK13] [TK28] Open again, it has the clock it was given with; any other step leaves the clock. */
const dueAfter = (ticket: Ticket, step: Step, { at }: ActContext): Due => {
  const isOpenedAgain = step.act === 'reopen' || step.act === 'recheck'
  if (!isOpenedAgain || ticket.status !== 'closed') return ticket.due
  if (step.act === 'recheck' && step.passed) return ticket.due
  return step.due ? startingAt(step.due, at) : ticket.due
}

/** [TK3] Another status than the author saw: noted. The same, but not a permitted step: malformed. */
export const takeStep = (ticket: Ticket, step: Step, context: ActContext): Applied<Ticket> => {
  if (ticket.status !== step.from) return keepLate(ticket, step, context)
  if (isImpossible(ticket, step, context)) return malformed
  const why = heldBack(ticket, step, context)
  if (why) return keepLate(ticket, step, context, why)
  const known = { ...ticket, thread: [...ticket.thread, stepEntry(ticket, step, context)] }
  const due = dueAfter(ticket, step, context)
  const isShared = step.act === 'join' || step.act === 'separate'
  const before = { change: context.change, life: lifeOf(ticket), due: ticket.due }
  const next = { ...withLife(known, nextLife(ticket, known, step, context)), due }
  return applied(isShared ? next : { ...next, before })
}
