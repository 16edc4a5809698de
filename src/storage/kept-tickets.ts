import type { Ticket } from '../domain/ticket/ticket'
import { onChange } from './on-change'
import type { PhoneDatabase } from './phone-database'
import { ticketsOf } from './ticket-list'

interface Kept {
  readonly tickets: Map<string, Ticket>
  /** How often the table was written to since. */
  changes: number
}

const keptOf = new WeakMap<PhoneDatabase, Kept>()

const openKept = (database: PhoneDatabase): Kept => {
  const known = keptOf.get(database)
  if (known) return known
  const kept: Kept = { tickets: new Map(), changes: 0 }
  const end = onChange(database, ['tickets'], () => {
    kept.changes += 1
    kept.tickets.clear()
  })
  database.on('close', () => {
    end()
    keptOf.delete(database)
  })
  keptOf.set(database, kept)
  return kept
}

/**
 * Tickets asked for again and again by the clock alone: those of the last asking are read once, and
 * anew only after the table was written to.
 */
export const keptTicketsOf = async (
  database: PhoneDatabase,
  ids: readonly string[],
): Promise<readonly Ticket[]> => {
  const kept = openKept(database)
  const { changes } = kept
  const unread = ids.filter((id) => !kept.tickets.has(id))
  const known = ids.flatMap((id) => kept.tickets.get(id) ?? [])
  const read = unread.length > 0 ? await ticketsOf(database, unread) : []
  const all = [...known, ...read]
  if (changes === kept.changes) {
    kept.tickets.clear()
    for (const ticket of all) kept.tickets.set(ticket.id, ticket)
  }
  return all
}
