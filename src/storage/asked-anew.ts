import { readMeta, writeMeta } from './meta'
import type { PhoneDatabase } from './phone-database'

/** Records the server is to be asked for again, as soon as there is a network. */
export const askedAnew = async (database: PhoneDatabase): Promise<readonly string[]> =>
  (await readMeta(database, 'fetchAnew')) ?? []

export const askAnew = async (database: PhoneDatabase, key: string): Promise<void> => {
  const asked = await askedAnew(database)
  if (!asked.includes(key)) await writeMeta(database, 'fetchAnew', [...asked, key])
}

/** It came, or is gone for good. */
export const askNoMore = async (database: PhoneDatabase, key: string): Promise<void> => {
  const asked = await askedAnew(database)
  const others = asked.filter((each) => each !== key)
  if (others.length < asked.length) await writeMeta(database, 'fetchAnew', others)
}
