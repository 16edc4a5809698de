import type { Instant } from '../domain/instant'
import { draftKeys } from './draft'
import type { PhoneDatabase } from './phone-database'
import { AWAY } from './put-away-key'

/** Begun, and not to be asked for again: what was written stays, under another key. */
export const putDraftAway = (database: PhoneDatabase, key: string, now: Instant): Promise<void> =>
  database.transaction('rw', database.drafts, async () => {
    const draft = await database.drafts.get(key)
    if (!draft) return
    await database.drafts.put({ ...draft, key: `${AWAY}${key}`, at: now })
    await database.drafts.delete(key)
  })

/** Where it is begun anew meanwhile, that stands, and what was put away stays so. */
export const takeDraftOut = (database: PhoneDatabase, key: string, now: Instant): Promise<void> =>
  database.transaction('rw', database.drafts, async () => {
    const away = await database.drafts.get(`${AWAY}${key}`)
    if (!away || (await database.drafts.get(key))) return
    await database.drafts.put({ ...away, key, at: now })
    await database.drafts.delete(away.key)
  })

/** The keys of what was put away and begins so, as they were. */
export const keysPutAway = async (database: PhoneDatabase, begin: string): Promise<string[]> =>
  (await draftKeys(database, `${AWAY}${begin}`)).map((key) => key.slice(AWAY.length))
