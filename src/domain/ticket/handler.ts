import type { Ticket } from './ticket'

export const handlerOf = (ticket: Ticket) => (ticket.status === 'received' ? null : ticket.handler)

type Outside = Extract<Ticket, { status: 'accepted' }>['outside']

/** `{ outside }` where somebody outside the company works on it, else `{}`. */
export const outsideOf = (ticket: Ticket): { readonly outside?: NonNullable<Outside> } =>
  'outside' in ticket && ticket.outside ? { outside: ticket.outside } : {}
