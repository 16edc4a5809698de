import { addDays, type CalendarDay } from '../domain/calendar-day'
import { instantOf, type TimeZone } from '../domain/time-zone'
import {
  complaintHappening,
  moveInHappenings,
  OCCASION_STANDS,
  repairHappening,
  type Happening,
} from '../domain/visit/occasion'
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
  const [closed, complaints, repairs, files] = await Promise.all([
    database.tickets.where('closedAt').aboveOrEqual(from).primaryKeys(),
    database.tickets.where('kind').equals('complaint').primaryKeys(),
    database.repairNotes.where('homeEndedAt').aboveOrEqual(from).toArray(),
    database.ownerFiles.where('movedInOn').between(since, today, true, true).distinct().toArray(),
  ])
  const isComplaint = new Set<string>(complaints)
  const asked = closed.filter((id) => isComplaint.has(id))
  const notes = repairs.map(({ record }) => record)
  const [told, repaired] = await Promise.all([
    ticketsOf(database, asked),
    ticketsOf(database, [...new Set(notes.map(({ ticket }) => ticket))]),
  ])
  const ticketById = new Map<string, (typeof repaired)[number]>(
    repaired.map((ticket) => [ticket.id, ticket]),
  )
  return [
    ...told.flatMap(complaintHappening),
    ...notes.flatMap((note) => repairHappening(note, ticketById.get(note.ticket) ?? null)),
    ...files.flatMap(({ record }) => moveInHappenings(record, zone)),
  ]
}
