import type { Instant } from '../domain/instant'
import type { PhoneDatabase } from './phone-database'

export const readDraft = async (database: PhoneDatabase, key: string): Promise<unknown> =>
  (await database.drafts.get(key))?.value

export const writeDraft = async (
  database: PhoneDatabase,
  key: string,
  value: unknown,
  at: Instant,
): Promise<void> => {
  await database.drafts.put({ key, value, at })
}

/** From what is kept to what shall be kept, with nothing coming between. */
export const changeDraft = (
  database: PhoneDatabase,
  key: string,
  change: (held: unknown) => unknown,
  at: Instant,
): Promise<void> =>
  database.transaction('rw', database.drafts, async () =>
    writeDraft(database, key, change(await readDraft(database, key)), at),
  )

/** Keys of drafts that begin so, oldest first. */
export const draftKeys = async (database: PhoneDatabase, begin: string): Promise<string[]> => {
  const drafts = await database.drafts.where('key').startsWith(begin).toArray()
  return drafts.sort((a, b) => a.at - b.at).map(({ key }) => key)
}

export const dropDraft = (database: PhoneDatabase, key: string): Promise<void> =>
  database.drafts.delete(key)
