import type { PlaceId } from '../domain/place'
import type { Ticket } from '../domain/ticket/ticket'
import type { PhoneDatabase } from './phone-database'
import { idsInOrder } from './record-list'
import { ticketsOf } from './ticket-list'

const KIND = 'Ticket'

const idsAbout = async (
  { tickets }: PhoneDatabase,
  homes: readonly PlaceId[],
): Promise<readonly string[]> => {
  const about = await Promise.all(
    ['home', 'place'].map((field) =>
      tickets
        .where(field)
        .anyOf([...homes])
        .primaryKeys(),
    ),
  )
  return [...new Set(about.flat())]
}

/** [HM3] What is open about these homes, or lies in them, the nearest clock first. */
export const openTicketsAbout = async (
  database: PhoneDatabase,
  homes: readonly PlaceId[],
): Promise<readonly Ticket[]> => {
  const order = { by: 'openAt', isDown: false }
  const ids = await idsInOrder(database, KIND, order, [await idsAbout(database, homes)])
  return ticketsOf(database, ids)
}

/** [HM3] What was closed about a home, the newest first. */
export const closedTicketsAbout = async (
  database: PhoneDatabase,
  home: PlaceId,
  most: number,
): Promise<readonly Ticket[]> => {
  const order = { by: 'closedAt', isDown: true }
  const ids = await idsInOrder(database, KIND, order, [await idsAbout(database, [home])])
  return ticketsOf(database, ids.slice(0, most))
}
