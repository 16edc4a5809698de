import { applied, malformed, type ActContext, type Applied } from '../record-kind'
import type { StaffId } from '../id'
import { entryOf } from '../thread'
import type { TicketActOf } from './act'
import { hasSomeoneToTell } from './closing'
import { keepLate } from './late'
import type { Ticket } from './ticket'

type Deed = TicketActOf<'offerFirst' | 'takeFirst' | 'refuseFirst'>

const withoutOffer = (ticket: Ticket): Ticket => {
  const { firstOffer: _firstOffer, ...rest } = ticket
  return rest
}

/**
 * [TK40] The first responsible (第一责任人) passes by name: offered to a colleague, and theirs once they
 * take it. Until then nothing changes; offered to somebody else meanwhile, a taking comes too late.
 */
export const passFirst = (ticket: Ticket, deed: Deed, context: ActContext): Applied<Ticket> => {
  const { by, at } = context
  const base = entryOf(context)
  if (ticket.status === 'closed') return keepLate(ticket, deed, context)
  if (deed.act === 'offerFirst') {
    if (deed.to === ticket.firstResponsible) return malformed
    const entry = { ...base, kind: 'firstOffered' as const, to: deed.to, words: deed.words }
    return applied({
      ...{ ...ticket, firstOffer: { to: deed.to, by, at } },
      thread: [...ticket.thread, entry],
    })
  }
  if (ticket.firstOffer?.to !== by) return keepLate(ticket, deed, context)
  const rest = withoutOffer(ticket)
  if (deed.act === 'refuseFirst') {
    const entry = { ...base, kind: 'firstRefused' as const, words: deed.words }
    return applied({ ...rest, thread: [...ticket.thread, entry] })
  }
  const entry = { ...base, kind: 'firstTaken' as const, from: ticket.firstResponsible }
  return applied({ ...rest, firstResponsible: by, thread: [...ticket.thread, entry] })
}

/** [TK41] Somebody new answers to the owner, who has not heard of it. */
export const mustHearOfFirst = (ticket: Ticket): boolean => {
  if (ticket.status === 'closed' || !hasSomeoneToTell(ticket)) return false
  const taken = ticket.thread.map(({ kind }) => kind).lastIndexOf('firstTaken')
  if (taken < 0) return false
  return !ticket.thread.slice(taken + 1).some((entry) => entry.kind === 'told' && entry.reached)
}

export const isOfferedFirst = (ticket: Ticket, staff: StaffId): boolean =>
  ticket.status !== 'closed' && ticket.firstOffer?.to === staff
