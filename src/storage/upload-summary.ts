import type { Instant } from '../domain/instant'
import { readMeta } from './meta'
import type { PhoneDatabase } from './phone-database'

/** The honest line on Today. */
export interface UploadSummary {
  readonly changes: number
  readonly photos: number
  readonly oldestAt: Instant | null
  readonly lastSuccessAt: Instant | null
  readonly refused: number
}

const UNSENT = ['waiting', 'parked'] as const

export const uploadSummary = async (database: PhoneDatabase): Promise<UploadSummary> => {
  // One question for each: to look for several at once walks them row by row.
  const unsent = (
    await Promise.all(UNSENT.map((state) => database.outbox.where('state').equals(state).toArray()))
  ).flat()
  const photos = await database.photos.where('state').equals('waiting').toArray()
  const times = [...unsent.map(({ change }) => change.at), ...photos.map(({ takenAt }) => takenAt)]
  return {
    changes: unsent.length,
    photos: photos.length,
    oldestAt: times.length > 0 ? times.reduce((a, b) => Math.min(a, b)) : null,
    lastSuccessAt: (await readMeta(database, 'lastSuccessAt')) ?? null,
    refused:
      (await database.outbox.where('state').equals('refused').count()) +
      (await database.photos.where('state').equals('broken').count()),
  }
}
