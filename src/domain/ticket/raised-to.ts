import type { Escalation } from '../clock/timing'
import type { Instant } from '../instant'
import type { Role } from '../role'
import { clocksOf } from './clock'
import { escalationsOf, type Escalated } from './escalation'
import { handlerOf } from './handler'
import type { Ticket } from './ticket'

/** Whether what was told is still so: the clock runs, or nobody has the ticket yet. */
const stillSo = (ticket: Ticket, { clock, due }: Escalated): boolean =>
  clock === 'unassigned'
    ? ticket.status === 'received' && handlerOf(ticket) === null
    : clocksOf(ticket).some((each) => each.clock === clock && each.at === due && !each.endedAt)

/** The steps that come to somebody of these roles. */
const stepsFor = (roles: readonly Role[]): readonly Escalated['step'][] => [
  ...(roles.includes('supervisor') ? (['supervisor'] as const) : []),
  ...(roles.includes('manager') ? (['manager'] as const) : []),
]

/**
 * [CK12] What of a ticket came as far as these roles and is still so: whoever was told of that clock,
 * the latest of them this person. Empty where nothing did.
 */
export const raisedTo = (
  ticket: Ticket,
  roles: readonly Role[],
  escalation: Escalation,
  now: Instant,
): readonly Escalated[] => {
  const steps = stepsFor(roles)
  const told = escalationsOf(ticket, escalation, now).filter((each) => stillSo(ticket, each))
  const last = told.filter(({ step }) => steps.includes(step)).at(-1)
  if (!last) return []
  return told.filter(
    ({ clock, due, step, at }) =>
      clock === last.clock && due === last.due && step !== 'warning' && at <= last.at,
  )
}
