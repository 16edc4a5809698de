import type { ActContext } from '../record-kind'
import { hasSomeoneToTell, isRechecked } from './closing'
import type { ENDINGS, Life } from './life'
import { lastHandlerOf } from './person'
import type { Step } from './act'
import type { Ticket } from './ticket'
import { handlerOf, outsideOf } from './handler'
import { lifeOf } from './with-life'

const settled = (
  ticket: Ticket,
  ending: (typeof ENDINGS)[number],
  { at, by }: ActContext,
): Life => {
  const done = { handler: handlerOf(ticket) ?? by, resolvedAt: at }
  return hasSomeoneToTell(ticket)
    ? { status: 'resolved', ...done, ending }
    : { status: 'closed', ...done, closedAt: at, closing: ending }
}

const closed = (ticket: Ticket, closing: 'told' | 'recheck', { at, by }: ActContext): Life => {
  const isEnded = ticket.status === 'resolved' ? ticket.ending : undefined
  return {
    ...{ status: 'closed', handler: handlerOf(ticket) ?? by, closedAt: at },
    resolvedAt: 'resolvedAt' in ticket ? ticket.resolvedAt : at,
    closing: isEnded ?? closing,
  }
}

/** Taken out again it is whose it was, to accept anew; nobody’s, if nobody had it. */
const separated = (ticket: Ticket): Life => {
  const handler = lastHandlerOf(ticket)
  return handler ? { status: 'assigned', handler } : { status: 'received' }
}

/** [TK12] Passed on and returned it is the giver’s again; else nobody’s, and waits to be assigned. */
const returned = (ticket: Ticket): Life =>
  ticket.status === 'assigned' && ticket.giver
    ? { status: 'accepted', handler: ticket.giver, ...outsideOf(ticket) }
    : { status: 'received' }

/** Where a permitted step leads; `known` is the ticket with the step already in its thread. */
export const nextLife = (ticket: Ticket, known: Ticket, step: Step, context: ActContext): Life => {
  const handler = handlerOf(ticket) ?? context.by
  const kept = outsideOf(ticket)
  switch (step.act) {
    case 'assign':
      return { status: 'assigned', handler: step.to, ...kept }
    case 'transfer':
      return { status: 'assigned', handler: step.to, giver: giverOf(ticket, context), ...kept }
    case 'return':
      return returned(ticket)
    case 'accept':
      return { status: 'accepted', handler: context.by, ...kept }
    case 'start':
      return { status: 'inProgress', handler, ...kept }
    case 'putOff':
      return { status: 'putOff', handler, why: step.why, until: step.until, ...kept }
    case 'resolve':
      return { status: 'resolved', handler, resolvedAt: context.at }
    case 'recheck':
      if (!step.passed) return { status: 'inProgress', handler }
      if (ticket.status === 'closed') return lifeOf(ticket)
      if (hasSomeoneToTell(ticket) || !isRechecked(known)) return lifeOf(ticket)
      return closed(ticket, 'recheck', context)
    case 'close':
      return closed(ticket, hasSomeoneToTell(ticket) ? 'told' : 'recheck', context)
    case 'cancel':
      return settled(ticket, 'cancelled', context)
    case 'decline':
    case 'confirmDecline':
      return settled(ticket, 'declined', context)
    case 'reopen':
      return { status: 'inProgress', handler }
    case 'join':
      return {
        ...{ status: 'closed', handler, resolvedAt: context.at, closedAt: context.at },
        ...{ closing: 'joined', into: step.into },
      }
    case 'separate':
      return separated(ticket)
    case 'engage':
      return engaged(ticket, { name: step.name, what: step.what, until: step.until })
    case 'release':
      return engaged(ticket, undefined)
  }
}

/** Passed on twice before anybody accepted: whoever last had it in hand still has it. */
const giverOf = (ticket: Ticket, { by }: ActContext) =>
  ticket.status === 'assigned' ? (ticket.giver ?? ticket.handler) : (handlerOf(ticket) ?? by)

const engaged = (
  ticket: Ticket,
  outside: { readonly name: string; readonly what: string; readonly until: number } | undefined,
): Life => {
  const life = lifeOf(ticket)
  if (life.status === 'received' || life.status === 'resolved' || life.status === 'closed')
    return life
  return { ...life, outside }
}
