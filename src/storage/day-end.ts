import type { CalendarDay } from '../domain/calendar-day'
import type { HandoverId, ShiftHandover } from '../domain/handover/handover'
import type { StaffId } from '../domain/id'
import type { Instant } from '../domain/instant'
import type { Ticket } from '../domain/ticket/ticket'
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

export const readHandover = async (
  database: PhoneDatabase,
  id: HandoverId,
): Promise<ShiftHandover | null> => (await database.shiftHandovers.get(id))?.record ?? null

/** The latest first. */
export const handoversHeld = async (database: PhoneDatabase): Promise<readonly ShiftHandover[]> =>
  (await database.shiftHandovers.toArray())
    .map(({ record }) => record)
    .sort((a, b) => b.givenAt - a.givenAt)
