import type { Instant } from '../domain/instant'
import { readMeta } from './meta'
import type { PhoneDatabase } from './phone-database'
import { photosBackedUp } from './photos-backed-up'
import { prune } from './prune'
import { storageFailure } from './storage-failure'

/** What is given free at once: room for a stop with all its photos. */
const WANTED = 32 * 1024 * 1024

/**
 * The oldest photos that the server has and a backup of it holds, whatever their age: where the phone is
 * full, what is saved now has only the phone, and these have three places.
 */
const dropBackedUp = async (database: PhoneDatabase): Promise<number> => {
  const backedUpTo = (await readMeta(database, 'backedUpTo')) ?? 0
  const unsent = new Set((await database.outbox.orderBy('key').uniqueKeys()) as string[])
  const safe = await photosBackedUp(database, backedUpTo, unsent)
  const photos = await database.photos.where('state').equals('confirmed').sortBy('takenAt')
  let bytes = 0
  const going: string[] = []
  for (const { sha256, bytes: own } of photos) {
    if (bytes >= WANTED) break
    if (!safe.has(sha256)) continue
    going.push(sha256)
    bytes += own
  }
  await database.photos.bulkDelete(going)
  return going.length
}

const countAll = async ({ photos, journal }: PhoneDatabase): Promise<number> =>
  (await photos.count()) + (await journal.count())

/** [ST13] Gives free what the server has, by the rule first; answers whether anything went. */
export const makeRoom = async (database: PhoneDatabase, now: Instant): Promise<boolean> => {
  try {
    const before = await countAll(database)
    await prune(database, now)
    if ((await countAll(database)) < before) return true
    return (await dropBackedUp(database)) > 0
  } catch (error) {
    // So full that nothing can be taken away either: the person is told.
    if (storageFailure(error).kind === 'storage-full') return false
    throw error
  }
}
