import { readMeta, writeMeta } from './meta'
import type { PhoneDatabase } from './phone-database'

/** Phrases this person does not want offered on this phone. */
export const hiddenPhrases = async (database: PhoneDatabase): Promise<readonly string[]> =>
  (await readMeta(database, 'hiddenPhrases')) ?? []

export const hidePhrase = (database: PhoneDatabase, phrase: string): Promise<void> =>
  database.transaction('rw', database.meta, async () => {
    const others = (await hiddenPhrases(database)).filter((each) => each !== phrase)
    await writeMeta(database, 'hiddenPhrases', [...others, phrase])
  })

export const showPhrases = (database: PhoneDatabase): Promise<void> =>
  writeMeta(database, 'hiddenPhrases', [])
