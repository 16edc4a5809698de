import type { Life } from './life'
import type { Ticket } from './ticket'
import { outsideOf } from './handler'

const NOWHERE = {
  ...{ handler: null, outside: null, giver: null, why: null, until: null },
  ...{ resolvedAt: null, ending: null, closedAt: null, closing: null, into: null, before: null },
}

/** The same ticket at another point of its life: no field of where it was before remains. */
export const withLife = (ticket: Ticket, life: Life): Ticket => {
  const {
    status: _status,
    handler: _handler,
    outside: _outside,
    giver: _giver,
    why: _why,
    until: _until,
    resolvedAt: _resolvedAt,
    ending: _ending,
    closedAt: _closedAt,
    closing: _closing,
    into: _into,
    before: _before,
    ...base
  } = { ...NOWHERE, ...ticket }
  return { ...base, ...life }
}

/** The fields of its status, without what every ticket has. */
export const lifeOf = (ticket: Ticket): Life => {
  switch (ticket.status) {
    case 'received':
      return { status: 'received' }
    case 'assigned': {
      const { status, handler, giver } = ticket
      return { status, handler, ...(giver ? { giver } : {}), ...outsideOf(ticket) }
    }
    case 'accepted':
    case 'inProgress':
      return { status: ticket.status, handler: ticket.handler, ...outsideOf(ticket) }
    case 'putOff': {
      const { status, handler, why, until } = ticket
      return { status, handler, why, until, ...outsideOf(ticket) }
    }
    case 'resolved': {
      const { status, handler, resolvedAt, ending } = ticket
      return { status, handler, resolvedAt, ...(ending ? { ending } : {}) }
    }
    case 'closed': {
      const { status, handler, resolvedAt, closedAt, closing, into } = ticket
      return { status, handler, resolvedAt, closedAt, closing, ...(into ? { into } : {}) }
    }
  }
}
