import { KIND_NAMES } from '../domain/kind-table'
import type { PhoneDatabase } from './phone-database'

/** What each sort of thing on this phone weighs, in bytes. */
export interface Weight {
  readonly records: number
  readonly photosSent: number
  readonly photosUnsent: number
  readonly drafts: number
}

/** Records are many and alike: some of each kind stand for all. */
const WEIGHED = 40

const textBytes = (value: unknown): number =>
  new TextEncoder().encode(JSON.stringify(value) ?? '').length

/** A blob says its size; it is not read for it. */
const bytesOf = (value: unknown): number => {
  if (value instanceof Blob) return value.size
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + bytesOf(each), 0)
  if (typeof value !== 'object' || value === null) return textBytes(value)
  return Object.entries(value).reduce((sum, [key, each]) => sum + key.length + bytesOf(each), 0)
}

const recordBytes = async (database: PhoneDatabase): Promise<number> => {
  let bytes = 0
  const tables = KIND_NAMES.map((kind) => database.held(kind))
  for (const table of [...tables, database.shadows, database.outbox, database.journal]) {
    const count = await table.count()
    const some: readonly unknown[] = await table.limit(WEIGHED).toArray()
    if (some.length > 0) bytes += (textBytes(some) / some.length) * count
  }
  return Math.round(bytes)
}

/** What keeps the phone's room; of records a good guess, of photos and drafts what they are. */
export const weigh = async (database: PhoneDatabase): Promise<Weight> => {
  const weight = { photosSent: 0, photosUnsent: 0, drafts: 0 }
  await database.photos.each(({ state, bytes }) => {
    weight[state === 'confirmed' ? 'photosSent' : 'photosUnsent'] += bytes
  })
  await database.drafts.each(({ value }) => {
    weight.drafts += bytesOf(value)
  })
  return { ...weight, records: await recordBytes(database) }
}
