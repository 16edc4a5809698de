import { readMeta, writeMeta } from './meta'
import type { PhoneDatabase } from './phone-database'

/** A way of looking at the tickets, under a name of its person's own: filter, words, order, shape. */
export interface SavedFilter {
  readonly id: string
  readonly name: string
  readonly view: string
  readonly kind: string | null
  readonly handler: string | null
  readonly place: string | null
  readonly words: string
  readonly order: { readonly by: string; readonly isDown: boolean } | null
  readonly shape: string
}

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
