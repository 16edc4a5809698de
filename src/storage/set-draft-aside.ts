import type { Instant } from '../domain/instant'
import { freeDamagedKey } from './free-damaged-key'
import type { PhoneDatabase } from './phone-database'

/** [ST12] A draft its form cannot read: kept as it was found, so that the form can be used. */
export const setDraftAside = (
  database: PhoneDatabase,
  key: string,
  now: Instant,
): Promise<void> => {
  const { drafts, damaged } = database
  return database.transaction('rw', drafts, damaged, async () => {
    const raw = await drafts.get(key)
    await damaged.put({
      ...{
        key: await freeDamagedKey(database, 'drafts', key),
        table: 'drafts',
        why: 'shape',
        at: now,
        scope: null,
      },
      raw,
    })
    await drafts.delete(key)
  })
}
