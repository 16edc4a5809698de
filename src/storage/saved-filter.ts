import { readMeta, writeMeta } from './meta'
import type { PhoneDatabase } from './phone-database'
import type { SavedFilter } from './saved-filter-item'

export const savedFilters = async (database: PhoneDatabase): Promise<readonly SavedFilter[]> =>
  (await readMeta(database, 'ticketFilters')) ?? []

/** From what is kept to what shall be kept, with nothing coming between. */
export const changeFilters = (
  database: PhoneDatabase,
  change: (held: readonly SavedFilter[]) => readonly SavedFilter[],
): Promise<void> =>
  database.transaction('rw', database.meta, async () =>
    writeMeta(database, 'ticketFilters', [...change(await savedFilters(database))]),
  )
