import type { CalendarDay } from '../domain/calendar-day'
import type { CommunityId } from '../domain/community'
import type { HandoverId, ShiftHandover } from '../domain/handover/handover'
import type { StaffId } from '../domain/id'
import type { Instant } from '../domain/instant'
import { givenOf, type Given } from '../domain/promise/given'
import type { Ticket } from '../domain/ticket/ticket'
import { promisesToWrapUp, ticketsToWrapUp } from '../domain/wrap-up/question'
import type { WeeklySheet, WeeklySheetId } from '../domain/weekly-sheet/weekly-sheet'
import type { WrapUp, WrapUpId } from '../domain/wrap-up/wrap-up'
import { ticketsAtWork, ticketsInHand, ticketsReceivedSince } from './in-hand'
import type { PhoneDatabase } from './phone-database'
import { promisesInHand } from './promise-list'

/** Whose day it is, in which community, from when to when. */
export interface DayOf {
  readonly staff: StaffId
  readonly community: CommunityId
  readonly began: Instant
  readonly ends: Instant
}

/** [WU1] [WU3] What one goes through at the end of a day, as the phone knows it now. */
export const readToWrapUp = async (
  database: PhoneDatabase,
  { staff, community, began, ends }: DayOf,
): Promise<readonly Ticket[]> => {
  const open = await ticketsInHand(database, staff, began)
  const today = await ticketsReceivedSince(database, began)
  const here = [...open, ...today].filter(
    (ticket) => ticket.community === community && ticket.receivedAt < ends,
  )
  return ticketsToWrapUp(here, staff, began)
}

/** [WU10] The promises that belong into it. */
export const readPromisesToWrapUp = async (
  database: PhoneDatabase,
  day: DayOf,
  now: Instant,
): Promise<readonly Given[]> => {
  const held = await promisesInHand(database, day.staff, day.began)
  const here = held.filter(({ community }) => community === day.community)
  return promisesToWrapUp(
    here.map((promise) => givenOf(promise, now)),
    day.staff,
    day,
  )
}

/** [WU7] Everything of one person's that may have been open when a wrap-up was saved. */
export const ticketsOpenSince = async (
  database: PhoneDatabase,
  { staff, community, savedAt }: WrapUp,
): Promise<readonly Ticket[]> =>
  (await ticketsInHand(database, staff, savedAt)).filter((each) => each.community === community)

export const readWrapUp = async (database: PhoneDatabase, id: WrapUpId): Promise<WrapUp | null> =>
  (await database.wrapUps.get(id))?.record ?? null

/** Everybody's of a community and day that this phone may hold. */
export const wrapUpsOf = async (
  database: PhoneDatabase,
  community: CommunityId,
  day: CalendarDay,
): Promise<readonly WrapUp[]> =>
  (await database.wrapUps.where('day').equals(day).toArray())
    .map(({ record }) => record)
    .filter((each) => each.community === community)

/** All of a community's on this phone, the latest day first. */
export const wrapUpsHeld = async (
  database: PhoneDatabase,
  community: CommunityId,
): Promise<readonly WrapUp[]> =>
  (await database.wrapUps.orderBy('day').reverse().toArray())
    .map(({ record }) => record)
    .filter((each) => each.community === community)

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

/** [WS4] The complaints a week is counted from: what came since it began, what is open, what was closed since. */
export const complaintsSince = async (
  database: PhoneDatabase,
  community: CommunityId,
  began: Instant,
): Promise<readonly Ticket[]> => {
  const closed = await database.tickets.where('closedAt').aboveOrEqual(began).toArray()
  const all = [
    ...(await ticketsReceivedSince(database, began)),
    ...(await ticketsAtWork(database)),
    ...closed.map(({ record }) => record),
  ]
  const here = all.filter((each) => each.kind === 'complaint' && each.community === community)
  return [...new Map(here.map((each) => [each.id, each])).values()]
}

/** Everybody's of a community, the latest week first. */
export const weeklySheetsHeld = async (
  database: PhoneDatabase,
  community: CommunityId,
): Promise<readonly WeeklySheet[]> =>
  (await database.weeklySheets.orderBy('week').reverse().toArray())
    .map(({ record }) => record)
    .filter((each) => each.community === community)

export const readWeeklySheet = async (
  database: PhoneDatabase,
  id: WeeklySheetId,
): Promise<WeeklySheet | null> => (await database.weeklySheets.get(id))?.record ?? null
