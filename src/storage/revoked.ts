import { readMeta } from './meta'
import type { PhoneDatabase } from './phone-database'

/** [DV4] This device was revoked, and the server has answered for all that was saved on it. */
export const isRevokedAndSent = async (database: PhoneDatabase): Promise<boolean> => {
  if ((await readMeta(database, 'revoked')) !== true) return false
  const changes = await database.outbox.where('state').equals('waiting').count()
  const photos = await database.photos.where('state').equals('waiting').count()
  return changes + photos === 0
}
