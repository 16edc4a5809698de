import type { CalendarDay } from '../domain/calendar-day'
import type { ShiftHandover } from '../domain/handover/handover'
import type { StaffId } from '../domain/id'
import type { Instant } from '../domain/instant'
import type { Ticket } from '../domain/ticket/ticket'
import type { WeeklySheet, WeeklySheetId } from '../domain/weekly-sheet/weekly-sheet'
import { ticketsToWrapUp } from '../domain/wrap-up/question'
import type { WrapUp, WrapUpId } from '../domain/wrap-up/wrap-up'
import { ticketsInHand, ticketsReceivedSince } from './in-hand'
import type { PhoneDatabase } from './phone-database'

/** [WU3] What one goes through at the end of a day, as the phone knows it now. */
export const readToWrapUp = async (
  database: PhoneDatabase,
  staff: StaffId,
  dayBegan: Instant,
): Promise<readonly Ticket[]> => {
  const open = await ticketsInHand(database, staff, dayBegan)
  const today = await ticketsReceivedSince(database, dayBegan)
  return ticketsToWrapUp([...open, ...today], staff, dayBegan)
}

export const readWrapUp = async (database: PhoneDatabase, id: WrapUpId): Promise<WrapUp | null> =>
  (await database.wrapUps.get(id))?.record ?? null

/** Everybody's of a day that this phone may hold. */
export const wrapUpsOf = async (
  database: PhoneDatabase,
  day: CalendarDay,
): Promise<readonly WrapUp[]> =>
  (await database.wrapUps.where('day').equals(day).toArray()).map(({ record }) => record)

export const waitingHandovers = async (
  database: PhoneDatabase,
): Promise<readonly ShiftHandover[]> =>
  (await database.shiftHandovers.where('status').equals('waiting').toArray()).map(
    ({ record }) => record,
  )

export const readSheet = async (
  database: PhoneDatabase,
  id: WeeklySheetId,
): Promise<WeeklySheet | null> => (await database.weeklySheets.get(id))?.record ?? null

/** The latest week first. */
export const sheets = async (database: PhoneDatabase): Promise<readonly WeeklySheet[]> =>
  (await database.weeklySheets.toArray())
    .map(({ record }) => record)
    .sort((a, b) => (a.week === b.week ? b.sentAt - a.sentAt : a.week < b.week ? 1 : -1))
