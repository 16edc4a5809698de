import { repeatsOf } from '../domain/ticket/repeat'
import type { Ticket } from '../domain/ticket/ticket'
import { ticketsAtFacility } from './facility-work'
import type { PhoneDatabase } from './phone-database'

const AT_FACILITY = 60

/** [RP1] What came before it of the same trouble, of what is on this phone. */
export const repeatTickets = async (
  database: PhoneDatabase,
  ticket: Ticket,
  to: { readonly riser: readonly string[]; readonly days: number },
): Promise<readonly Ticket[]> => {
  const { home, facility } = ticket
  const homes = [...new Set([...(home ? [home] : []), ...to.riser])]
  const [near, open, closed] = await Promise.all([
    homes.length > 0 ? database.tickets.where('home').anyOf(homes).toArray() : [],
    facility ? ticketsAtFacility(database, facility, 'open', AT_FACILITY) : [],
    facility ? ticketsAtFacility(database, facility, 'closed', AT_FACILITY) : [],
  ])
  const all = [...near.map(({ record }) => record), ...open, ...closed]
  const others = new Map(all.map((each) => [each.id, each]))
  return repeatsOf(ticket, [...others.values()], to)
}
