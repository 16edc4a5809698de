import { applied, noted, type ActContext, type Applied } from '../record-kind'
import { entryOf } from '../thread'
import type { TicketActOf } from './act'
import { untoldOf } from './closing'
import type { Joined } from './joined'
import type { Ticket } from './ticket'
import { handlerOf } from './handler'
import { withLife } from './with-life'

/** What goes along when a ticket is joined to another: itself, and whatever was joined to it. */
export const joinedOf = (ticket: Ticket): readonly Joined[] => {
  const { id, home, caller, joined } = ticket
  return [
    { ticket: id, home, caller, with: null },
    ...joined.map((each) => ({ ...each, with: id })),
  ]
}

/** [TK18] Closed already, it is put right but open again until the newly joined were told. */
const openForTelling = (ticket: Ticket, { by }: ActContext): Ticket => {
  if (ticket.status !== 'closed') return ticket
  const { resolvedAt } = ticket
  const handler = handlerOf(ticket) ?? by
  const waiting = withLife(ticket, { status: 'resolved', handler, resolvedAt })
  return untoldOf(waiting).length > 0 ? waiting : ticket
}

export const takeIn = (
  ticket: Ticket,
  { joined: coming }: TicketActOf<'takeIn'>,
  context: ActContext,
): Applied<Ticket> => {
  const { joined } = ticket
  const held = new Set<string>([ticket.id, ...joined.map((each) => each.ticket)])
  const added = coming.filter((each) => !held.has(each.ticket))
  const entries = coming
    .filter((each) => each.with === null)
    .map((each) => ({ ...entryOf(context), kind: 'tookIn' as const, ticket: each.ticket }))
  const told = { ...ticket, thread: [...ticket.thread, ...entries] }
  if (added.length === 0) return noted(told, 'already-recorded')
  return applied(openForTelling({ ...told, joined: [...joined, ...added] }, context))
}

export const takeOut = (
  ticket: Ticket,
  { ticket: out }: TicketActOf<'takeOut'>,
  context: ActContext,
): Applied<Ticket> => {
  const { joined } = ticket
  const left = joined.filter((each) => each.ticket !== out && each.with !== out)
  const entry = { ...entryOf(context), kind: 'tookOut' as const, ticket: out }
  const told = { ...ticket, thread: [...ticket.thread, entry], joined: left }
  return left.length < joined.length ? applied(told) : noted(told, 'already-recorded')
}
