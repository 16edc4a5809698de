import { addDays, type CalendarDay } from '../domain/calendar-day'
import { instantOf, type TimeZone } from '../domain/time-zone'
import {
  complaintHappening,
  moveInHappenings,
  OCCASION_STANDS,
  repairHappening,
  type Happening,
} from '../domain/visit/occasion'
import { ticketsClosed } from './closed-tickets'
import type { PhoneDatabase } from './phone-database'
import { ticketsOf } from './ticket-list'

/** [VI14] What happened in homes of late, as this phone holds it; of each only what an index names. */
export const happeningsHeld = async (
  database: PhoneDatabase,
  today: CalendarDay,
  zone: TimeZone,
): Promise<readonly Happening[]> => {
  const since = addDays(today, -OCCASION_STANDS)
  const from = instantOf(since, 0, zone)
  const [told, repairs, files] = await Promise.all([
    ticketsClosed(database, ['complaint'], from),
    database.repairNotes.where('homeEndedAt').aboveOrEqual(from).toArray(),
    database.ownerFiles.where('movedInOn').between(since, today, true, true).distinct().toArray(),
  ])
  const notes = repairs.map(({ record }) => record)
  const repaired = await ticketsOf(database, [...new Set(notes.map(({ ticket }) => ticket))])
  const ticketById = new Map<string, (typeof repaired)[number]>(
    repaired.map((ticket) => [ticket.id, ticket]),
  )
  return [
    ...told.flatMap(complaintHappening),
    ...notes.flatMap((note) => repairHappening(note, ticketById.get(note.ticket) ?? null)),
    ...files.flatMap(({ record }) => moveInHappenings(record, zone)),
  ]
}
