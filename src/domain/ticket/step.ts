import { applied, malformed, noted, type ActContext, type Applied } from '../record-kind'
import { entryOf } from '../thread'
import type { TicketAct } from './act'
import type { TicketEntry } from './entry'
import { handlerOf, type HandledTicket, type Ticket, type TicketStatus } from './ticket'

/** An act that moves a ticket from one status to another. */
export type Step = Extract<TicketAct, { from: TicketStatus }>

/** [TK4] From which statuses each step is permitted. */
export const PERMITTED: { readonly [Name in Step['act']]: readonly TicketStatus[] } = {
  assign: ['received', 'assigned', 'accepted', 'inProgress', 'putOff'],
  accept: ['received', 'assigned'],
  return: ['assigned', 'accepted', 'inProgress', 'putOff'],
  transfer: ['assigned', 'accepted', 'inProgress', 'putOff'],
  start: ['received', 'assigned', 'accepted', 'putOff'],
  putOff: ['accepted', 'inProgress', 'putOff'],
  resolve: ['assigned', 'accepted', 'inProgress', 'putOff'],
  recheck: ['resolved'],
  close: ['resolved'],
  cancel: ['received', 'assigned', 'accepted', 'putOff'],
  reopen: ['closed'],
}

const detailsOf = (step: Step) => ({
  words: 'words' in step ? step.words : '',
  photos: 'photos' in step ? step.photos : [],
})

/** [TK5] A step that came too late stays in the thread as what it was. */
const keepLate = (ticket: Ticket, step: Step, context: ActContext): Applied<Ticket> => {
  const late: TicketEntry = {
    ...entryOf(context),
    kind: 'late',
    step: step.act,
    ...detailsOf(step),
  }
  return noted({ ...ticket, thread: [...ticket.thread, late] }, 'came-too-late')
}

const entryFor = (ticket: Ticket, step: Step, context: ActContext): TicketEntry => {
  const base = entryOf(context)
  switch (step.act) {
    case 'assign':
      return { ...base, kind: 'assigned', to: step.to, words: step.words }
    case 'accept':
      return { ...base, kind: 'accepted' }
    case 'return':
      return { ...base, kind: 'returned', words: step.words }
    case 'transfer':
      return { ...base, kind: 'transferred', to: step.to, words: step.words }
    case 'putOff': {
      const { why, until, words } = step
      return { ...base, kind: 'putOff', why, until, words }
    }
    case 'start':
      return { ...base, kind: 'started', words: step.words, photos: step.photos }
    case 'resolve':
      return { ...base, kind: 'resolved', words: step.words, photos: step.photos }
    case 'recheck':
      return {
        ...base,
        kind: 'rechecked',
        passed: step.passed,
        words: step.words,
        photos: step.photos,
        ownWork: handlerOf(ticket) === context.by,
      }
    case 'close':
      return { ...base, kind: 'closed' }
    case 'cancel':
      return { ...base, kind: 'cancelled', words: step.words }
    case 'reopen':
      return { ...base, kind: 'reopened', words: step.words, photos: step.photos }
  }
}

/** The fields every status has, without those that belong to one. */
const bare = (ticket: Ticket, entry: TicketEntry) => {
  const { status: _, ...rest } = ticket
  const {
    handler: _h,
    resolvedAt: _r,
    closedAt: _c,
    closing: _g,
    why: _w,
    until: _u,
    ...base
  } = {
    handler: null,
    resolvedAt: null,
    closedAt: null,
    closing: null,
    why: null,
    until: null,
    ...rest,
  }
  return { ...base, thread: [...ticket.thread, entry] }
}

const closedFrom = (
  ticket: HandledTicket,
  entry: TicketEntry,
  closing: 'told' | 'recheck',
  { at }: ActContext,
): Ticket => ({
  ...bare(ticket, entry),
  status: 'closed',
  handler: ticket.handler,
  resolvedAt: 'resolvedAt' in ticket ? ticket.resolvedAt : at,
  closedAt: at,
  closing,
})

const nextOf = (ticket: Ticket, step: Step, context: ActContext): Ticket => {
  const entry = entryFor(ticket, step, context)
  const base = bare(ticket, entry)
  const handler = handlerOf(ticket) ?? context.by
  switch (step.act) {
    case 'assign':
    case 'transfer':
      return { ...base, status: 'assigned', handler: step.to }
    case 'return':
      return { ...base, status: 'received' }
    case 'putOff':
      return { ...base, status: 'putOff', handler, why: step.why, until: step.until }
    case 'reopen':
      return { ...base, status: 'inProgress', handler }
    case 'cancel': {
      const ended = { resolvedAt: context.at, closedAt: context.at, closing: 'cancelled' as const }
      return { ...base, status: 'closed', handler, ...ended }
    }
    case 'accept':
      return { ...base, status: 'accepted', handler: context.by }
    case 'start':
      return { ...base, status: 'inProgress', handler }
    case 'resolve':
      return { ...base, status: 'resolved', handler, resolvedAt: context.at }
    case 'recheck':
      if (ticket.status === 'received' || !step.passed)
        return { ...base, status: 'inProgress', handler }
      return closedFrom(ticket, entry, 'recheck', context)
    case 'close':
      if (ticket.status === 'received') return ticket
      return closedFrom(ticket, entry, 'told', context)
  }
}

/** [TK3] Another status than the author saw: noted. The same, but not a permitted step: malformed. */
export const takeStep = (ticket: Ticket, step: Step, context: ActContext): Applied<Ticket> => {
  if (ticket.status !== step.from) return keepLate(ticket, step, context)
  if (!PERMITTED[step.act].includes(ticket.status)) return malformed
  return applied(nextOf(ticket, step, context))
}
