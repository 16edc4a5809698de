import type { CalendarDay } from '../domain/calendar-day'
import type { CheckpointVisit } from '../domain/checkpoint-visit'
import type { Round } from '../domain/round'
import type { PhoneDatabase } from './phone-database'

/** The rounds of the days from `first` on, each with its visits: read together, or not at all. */
export interface Walked {
  readonly first: CalendarDay
  readonly rounds: ReadonlyMap<string, Round>
  readonly visits: ReadonlyMap<string, readonly CheckpointVisit[]>
}

/** One request a round: asked for any of many, the browser steps through the visits one by one. */
export const walkedSince = (database: PhoneDatabase, first: CalendarDay): Promise<Walked> => {
  const { rounds, checkpointVisits } = database
  return database.transaction('r', rounds, checkpointVisits, async () => {
    const begun = await rounds.where('day').aboveOrEqual(first).toArray()
    const visits = await Promise.all(
      begun.map(async ({ id }) => {
        const rows = await checkpointVisits.where('round').equals(id).toArray()
        return [id, rows.map(({ record }) => record)] as const
      }),
    )
    return {
      first,
      rounds: new Map(begun.map(({ id, record }) => [id, record])),
      visits: new Map(visits),
    }
  })
}
