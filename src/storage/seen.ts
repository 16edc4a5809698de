import { readMeta, writeMeta } from './meta'
import type { PhoneDatabase } from './phone-database'

/** Hints this person was shown and is done with. */
export const seenHints = async (database: PhoneDatabase): Promise<readonly string[]> =>
  (await readMeta(database, 'seen')) ?? []

export const noteSeen = (database: PhoneDatabase, hint: string, isSeen: boolean): Promise<void> =>
  database.transaction('rw', database.meta, async () => {
    const others = (await seenHints(database)).filter((each) => each !== hint)
    await writeMeta(database, 'seen', isSeen ? [...others, hint] : others)
  })
