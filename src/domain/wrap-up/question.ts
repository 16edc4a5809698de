import type { StaffId } from '../id'
import type { Instant } from '../instant'
import { hasSomeoneToTell } from '../ticket/closing'
import type { TicketEntry } from '../ticket/entry'
import { standing } from '../ticket/still-standing'
import { lastToldAt } from '../ticket/clock'
import { concerns, isOpen } from '../ticket/question'
import type { Ticket, TicketId } from '../ticket/ticket'
import type { Given } from '../promise/given'
import type { Told, WrapUp, WrapUpLine } from './wrap-up'

/** [WU3] Today's complaints and every ticket still open, of those one answers for; complaints first. */
export const ticketsToWrapUp = (
  tickets: readonly Ticket[],
  staff: StaffId,
  dayBegan: Instant,
): readonly Ticket[] => {
  const isToday = (ticket: Ticket) => ticket.kind === 'complaint' && ticket.receivedAt >= dayBegan
  // Joined to another, it is gone through with that one.
  const isJoined = (ticket: Ticket) => ticket.status === 'closed' && ticket.closing === 'joined'
  const mine = tickets.filter(
    (each) => concerns(each, staff) && (isOpen(each) || (isToday(each) && !isJoined(each))),
  )
  const rank = (ticket: Ticket) => (ticket.kind === 'complaint' ? 0 : 2) + (isOpen(ticket) ? 0 : 1)
  return [...new Map(mine.map((each) => [each.id, each])).values()].sort(
    (a, b) => rank(a) - rank(b) || a.receivedAt - b.receivedAt || (a.id < b.id ? -1 : 1),
  )
}

/** [WU4] An open complaint is never left without its reason and its next step. */
export const mustSayWhy = (ticket: Ticket): boolean => ticket.kind === 'complaint' && isOpen(ticket)

export const lineFault = ({ why, next }: Pick<WrapUpLine, 'why' | 'next'>) => {
  if (why.trim() === '') return 'why'
  return next.trim() === '' ? 'next' : null
}

/**
 * [WU10] Of what one has to keep: all that is open, and what was due or ended this day; what is past its
 * time or broken first.
 */
export const promisesToWrapUp = (
  given: readonly Given[],
  staff: StaffId,
  { began, ends }: { readonly began: Instant; readonly ends: Instant },
): readonly Given[] => {
  const isOfDay = (at: Instant | null) => at !== null && at >= began && at < ends
  const rank = ({ fate, dueAt }: Given) => {
    if (fate === 'overdue' || fate === 'broken') return 0
    return fate === 'open' ? (dueAt < ends ? 1 : 2) : 3
  }
  return given
    .filter(({ keeper, saidAt }) => keeper === staff && saidAt < ends)
    .filter(
      ({ fate, dueAt, settledAt }) =>
        fate === 'open' || fate === 'overdue' || isOfDay(dueAt) || isOfDay(settledAt),
    )
    .sort((one, other) => rank(one) - rank(other) || one.dueAt - other.dueAt)
}

/** [WU10] What a promise still has to say: why it was not kept, and what comes next. */
export const promiseMustSay = ({ fate }: Pick<Given, 'fate'>): boolean =>
  fate === 'overdue' || fate === 'broken'

export const toldOf = (ticket: Ticket): Told => {
  if (!hasSomeoneToTell(ticket)) return 'nobody'
  if (lastToldAt(ticket) !== null) return 'told'
  return ticket.thread.some(({ kind }) => kind === 'told') ? 'tried' : 'notTold'
}

type Said = Extract<TicketEntry, { words: string }>

const isSaid = (entry: TicketEntry): entry is Said =>
  'words' in entry && entry.kind !== 'told' && entry.words.trim() !== ''

/** [WU6] The last words of each department until then, by somebody else; `departmentOf` names theirs. */
export const departmentsOn = (
  ticket: Ticket,
  staff: StaffId,
  departmentOf: (who: StaffId) => string,
  until: Instant = Infinity,
): readonly Said[] => {
  const last = new Map<string, Said>()
  for (const entry of standing(ticket.thread))
    if (isSaid(entry) && entry.by !== staff && entry.at <= until)
      last.set(departmentOf(entry.by), entry)
  return [...last.values()].sort((a, b) => b.at - a.at)
}

/** Whether an entry opened or closed the ticket; null where it did neither. */
const turnOf = (ticket: Ticket, entry: TicketEntry): boolean | null => {
  switch (entry.kind) {
    case 'closed':
    case 'joined':
      return false
    case 'reopened':
    case 'separated':
      return true
    case 'cancelled':
    case 'declined':
      return hasSomeoneToTell(ticket) ? null : false
    case 'rechecked':
      if (!entry.passed) return true
      return hasSomeoneToTell(ticket) || entry.ownWork || entry.photos.length === 0 ? null : false
    default:
      return null
  }
}

/** [WU7] Whether a ticket was open at an instant, as its thread tells today. */
export const wasOpenAt = (ticket: Ticket, at: Instant): boolean => {
  if (ticket.receivedAt > at) return false
  if (ticket.status === 'closed' && ticket.closing === 'fixedOnSpot') return at < ticket.closedAt
  const turns = standing(ticket.thread)
    .filter((entry) => entry.at <= at)
    .map((entry) => turnOf(ticket, entry))
  return turns.reduce<boolean>((isThen, turn) => turn ?? isThen, true)
}

/** [WU7] What was open when it was saved and is in none of its lines: it came to this phone later. */
export const leftOut = (wrapUp: WrapUp, tickets: readonly Ticket[]): readonly Ticket[] => {
  const named = new Set<TicketId>(wrapUp.lines.map(({ ticket }) => ticket))
  return tickets.filter(
    (ticket) =>
      concerns(ticket, wrapUp.staff) && !named.has(ticket.id) && wasOpenAt(ticket, wrapUp.savedAt),
  )
}

/** [WU8] Complaints one answers for that are open now and were not gone through today. */
export const sinceWrapUp = (
  wrapUp: WrapUp | null,
  tickets: readonly Ticket[],
): readonly Ticket[] => {
  const named = new Set<string>(wrapUp?.lines.map(({ ticket }) => ticket))
  return tickets.filter(({ id, kind }) => kind === 'complaint' && !named.has(id))
}

/** [WU10] Of these promises, those that went wrong and were not gone through today. */
export const missedSince = (
  wrapUp: WrapUp | null,
  promises: readonly Given[],
): readonly Given[] => {
  const named = new Set<string>(wrapUp?.promises.map(({ promise }) => promise))
  return promises.filter((given) => promiseMustSay(given) && !named.has(given.key))
}
