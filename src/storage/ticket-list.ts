import type { StaffId } from '../domain/id'
import type { Instant } from '../domain/instant'
import type { TicketList } from '../domain/ticket/list'
import type { Ticket, TicketId, TicketKind } from '../domain/ticket/ticket'
import type { PhoneDatabase } from './phone-database'
import {
  countOfList,
  idsFound,
  idsInOrder,
  idsOfList,
  type Ids,
  type RecordOrder,
} from './record-list'

/** One of the lists a ticket says it is in, or those whose clock has run out. */
export type TicketFilter = TicketList | 'overdue'

export interface TicketQuery {
  readonly filter: TicketFilter
  readonly kind: TicketKind | null
  readonly handler: StaffId | null
  /** A place and all within it; null is everywhere. */
  readonly places: readonly string[] | null
  readonly words: string
  /** The places a searched word is part of the name of. */
  readonly placesOf: (word: string) => Ids
  readonly order: RecordOrder | null
  readonly now: Instant
}

const KIND = 'Ticket'

const overdue = (database: PhoneDatabase, now: Instant) =>
  database.tickets.where('lateAt').below(now)

/** What only closed tickets are in: they have no clock that runs. */
const SETTLED: readonly TicketFilter[] = ['closed', 'sample', 'followUp', 'watched']

/** The nearest clock first; what is closed has none left, and comes by when it was closed. */
const orderFor = (filter: TicketFilter, asked: RecordOrder | null): RecordOrder => {
  if (!SETTLED.includes(filter)) return asked ?? { by: 'openAt', isDown: false }
  if (asked?.by === 'openAt') return { ...asked, by: 'closedAt' }
  return asked ?? { by: 'closedAt', isDown: true }
}

export const ticketIds = async (
  database: PhoneDatabase,
  { filter, kind, handler, places, words, placesOf, order, now }: TicketQuery,
): Promise<readonly TicketId[]> => {
  const narrowed = await Promise.all([
    filter === 'overdue' ? overdue(database, now).primaryKeys() : idsOfList(database, KIND, filter),
    ...(kind ? [database.tickets.where('kind').equals(kind).primaryKeys()] : []),
    ...(handler ? [idsOfList(database, KIND, `handler/${handler}`)] : []),
    ...(places ? [database.tickets.where('place').anyOf(places).primaryKeys()] : []),
    ...(words.trim() ? [idsFound(database, KIND, words, placesOf)] : []),
  ])
  const ids = await idsInOrder(database, KIND, orderFor(filter, order), narrowed)
  return ids as readonly TicketId[]
}

export const countTickets = (
  database: PhoneDatabase,
  filter: TicketFilter,
  now: Instant,
): Promise<number> =>
  filter === 'overdue' ? overdue(database, now).count() : countOfList(database, KIND, filter)

/** The tickets themselves, in the order asked; those gone meanwhile are left out. */
export const ticketsOf = async (
  database: PhoneDatabase,
  ids: readonly string[],
): Promise<readonly Ticket[]> =>
  (await database.tickets.bulkGet([...ids])).flatMap((held) => (held ? [held.record] : []))

/** Open at this very place, the nearest clock first. */
export const openTicketsAt = async (
  database: PhoneDatabase,
  place: string,
  most: number,
): Promise<readonly Ticket[]> => {
  const here = await database.tickets.where('place').equals(place).primaryKeys()
  const order = { by: 'openAt', isDown: false }
  const ids = await idsInOrder(database, KIND, order, [here])
  return ticketsOf(database, ids.slice(0, most))
}

/** The most urgent of those on somebody's plate. */
export const openTickets = async (
  database: PhoneDatabase,
  list: TicketList,
  most: number,
): Promise<readonly Ticket[]> => {
  const order = { by: 'openAt', isDown: false }
  const ids = await idsInOrder(database, KIND, order, [await idsOfList(database, KIND, list)])
  return ticketsOf(database, ids.slice(0, most))
}
