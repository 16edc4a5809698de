import type { StaffId } from '../domain/id'
import type { Instant } from '../domain/instant'
import type { OwnerPromise } from '../domain/promise/promise'
import type { TicketList } from '../domain/ticket/list'
import type { Ticket } from '../domain/ticket/ticket'
import { idsOfList } from './record-list'
import type { PhoneDatabase } from './phone-database'
import { ticketsOf } from './ticket-list'

const WORD: TicketList = 'word'

/** All that are open, and those that ended since. */
export const promisesSince = async (
  database: PhoneDatabase,
  since: Instant,
): Promise<readonly OwnerPromise[]> => {
  const open = await database.ownerPromises.orderBy('openAt').toArray()
  const ended = await database.ownerPromises.where('settledAt').aboveOrEqual(since).toArray()
  return [...open, ...ended].map(({ record }) => record)
}

/** The open ones somebody has to keep, or was asked to take over. */
export const promisesOnPlate = async (
  database: PhoneDatabase,
  staff: StaffId,
): Promise<readonly OwnerPromise[]> =>
  (await database.ownerPromises.where('lists').equals(`of/${staff}`).toArray()).map(
    ({ record }) => record,
  )

/** [PR3] For the day: what is on somebody's plate, and what they ended since it began. */
export const promisesInHand = async (
  database: PhoneDatabase,
  staff: StaffId,
  dayBegan: Instant,
): Promise<readonly OwnerPromise[]> => {
  const ended = await database.ownerPromises.where('settledAt').aboveOrEqual(dayBegan).toArray()
  return [
    ...(await promisesOnPlate(database, staff)),
    ...ended.map(({ record }) => record).filter(({ keeper }) => keeper === staff),
  ]
}

export const promisesOfTicket = async (
  database: PhoneDatabase,
  ticket: string,
): Promise<readonly OwnerPromise[]> =>
  (await database.ownerPromises.where('ticket').equals(ticket).toArray()).map(
    ({ record }) => record,
  )

/** [PR2] The tickets on which a word was ever agreed; no other is read. */
export const ticketsWithWord = async (database: PhoneDatabase): Promise<readonly Ticket[]> =>
  ticketsOf(database, await idsOfList(database, 'Ticket', WORD))

/** The open ones of these on somebody's plate. */
export const wordsOnPlate = async (
  database: PhoneDatabase,
  staff: StaffId,
): Promise<readonly Ticket[]> => {
  const plate: TicketList = `of/${staff}`
  const worded = new Set(await idsOfList(database, 'Ticket', WORD))
  const own = await idsOfList(database, 'Ticket', plate)
  return ticketsOf(
    database,
    own.filter((id) => worded.has(id)),
  )
}
