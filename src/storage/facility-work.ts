import type { CheckpointVisit } from '../domain/checkpoint-visit'
import type { CheckpointId } from '../domain/checkpoint'
import type { CalendarDay } from '../domain/calendar-day'
import type { Facility, FacilityId } from '../domain/facility'
import type { Ticket } from '../domain/ticket/ticket'
import type { PhoneDatabase } from './phone-database'

/** [FA9] Those somebody is to be reminded of by that day. */
export const facilitiesToRemind = async (
  database: PhoneDatabase,
  today: CalendarDay,
): Promise<readonly Facility[]> =>
  (await database.facilities.where('remindOn').belowOrEqual(today).toArray()).map(
    ({ record }) => record,
  )

/** [FA2] How many tickets are open at each facility; one without any is not in it. */
export const openAtFacilities = async (
  database: PhoneDatabase,
): Promise<ReadonlyMap<string, number>> => {
  const keys = (await database.tickets.orderBy('[facility+openAt]').keys()) as unknown as readonly [
    string,
    number,
  ][]
  const counts = new Map<string, number>()
  for (const [facility] of keys) counts.set(facility, (counts.get(facility) ?? 0) + 1)
  return counts
}

/** [FA2] Its open tickets, the nearest clock first, or the closed ones, the newest first. */
export const ticketsAtFacility = async (
  database: PhoneDatabase,
  facility: FacilityId,
  what: 'open' | 'closed',
  limit: number,
): Promise<readonly Ticket[]> => {
  const index = what === 'open' ? '[facility+openAt]' : '[facility+closedAt]'
  const found = database.tickets.where(index).between([facility, 0], [facility, Infinity])
  const rows = await (what === 'open' ? found : found.reverse()).limit(limit).toArray()
  return rows.map(({ record }) => record)
}

/** [FA3] The last times it was looked at on a round, the newest first; what is void is left out. */
export const visitsToPoints = async (
  database: PhoneDatabase,
  points: readonly CheckpointId[],
  limit: number,
): Promise<readonly CheckpointVisit[]> => {
  const found = await Promise.all(
    points.map((point) =>
      database.checkpointVisits
        .where('[checkpoint+visitedAt]')
        .between([point, 0], [point, Infinity])
        .reverse()
        .filter(({ record }) => record.voided === null)
        .limit(limit)
        .toArray(),
    ),
  )
  return found
    .flat()
    .map(({ record }) => record)
    .sort((a, b) => b.visitedAt - a.visitedAt)
    .slice(0, limit)
}
