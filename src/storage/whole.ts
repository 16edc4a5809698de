import { readMeta } from './meta'
import type { PhoneDatabase } from './phone-database'

/** [SY54] Whether this phone held, once, everything its person may see. */
export const isWhole = async (database: PhoneDatabase): Promise<boolean> => {
  if ((await readMeta(database, 'wholeSince')) !== undefined) return true
  const incomplete = (await readMeta(database, 'incomplete')) ?? []
  return Boolean(await readMeta(database, 'cursor')) && incomplete.length === 0
}
