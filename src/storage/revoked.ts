import { isKept } from './discard'
import { readMeta } from './meta'
import type { OutboxItem } from './outbox-item'
import type { PhoneDatabase } from './phone-database'

/** [DV4] What the server would not take and nobody has put into a file yet: it is nowhere else. */
const isOnlyHere = (item: OutboxItem): boolean => isKept(item) && item.exportedAt === undefined

/** [DV4] This device was revoked, and what was saved on it is with the server, or in a file. */
export const isRevokedAndSent = async (database: PhoneDatabase): Promise<boolean> => {
  if ((await readMeta(database, 'revoked')) !== true) return false
  const changes = await database.outbox.where('state').equals('waiting').count()
  const photos = await database.photos.where('state').equals('waiting').count()
  const kept = await database.outbox.where('state').anyOf('refused', 'putAway').toArray()
  return changes + photos === 0 && !kept.some(isOnlyHere)
}
