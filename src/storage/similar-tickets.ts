import { similarOf, type Similar, type SimilarTo } from '../domain/intake/similar'
import type { PhoneDatabase } from './phone-database'

/** [IN6] Open tickets of late that may be the same matter. */
export const similarTickets = async (
  database: PhoneDatabase,
  to: SimilarTo,
): Promise<readonly Similar[]> => {
  const { home, riser, facility, since } = to
  const homes = [...new Set([...(home ? [home] : []), ...riser])]
  const [near, lately] = await Promise.all([
    homes.length > 0 ? database.tickets.where('home').anyOf(homes).toArray() : [],
    facility ? database.tickets.where('receivedAt').aboveOrEqual(since).toArray() : [],
  ])
  const held = new Map([...near, ...lately].map(({ id, record }) => [id, record]))
  return similarOf([...held.values()], to)
}
