import type { Instant } from '../domain/instant'
import type { PhoneDatabase } from './phone-database'
import type { PhotoItem } from './photo-item'

export const photoBlob = async (
  database: PhoneDatabase,
  sha256: string,
): Promise<Blob | undefined> => (await database.photos.get(sha256))?.blob

/** The next photo to send: the oldest that waits and is not among those just tried. */
export const nextPhoto = async (
  database: PhoneDatabase,
  tried: ReadonlySet<string>,
): Promise<PhotoItem | undefined> => {
  const waiting = await database.photos.where('state').equals('waiting').sortBy('takenAt')
  return waiting.find(({ sha256 }) => !tried.has(sha256))
}

/** The server answered that it is there. */
export const confirmPhoto = async (
  database: PhoneDatabase,
  sha256: string,
  at: Instant,
): Promise<void> => {
  await database.photos.update(sha256, { state: 'confirmed', confirmedAt: at })
}

/** Its bytes are not what they were: it has to be taken again. */
export const markBroken = async (database: PhoneDatabase, sha256: string): Promise<void> => {
  await database.photos.update(sha256, { state: 'broken' })
}
