import type { KindName } from '../domain/kind-table'
import type { PhoneDatabase } from './phone-database'
import { neededTerms, normalWords } from './search-term'

/**
 * Lists of many thousand records without reading one: an index gives the ids in order, others say which
 * of them belong. Only the rows on the screen are then read. A kind takes part by `lists` (the names of
 * the lists a record is in) and `terms` (what search finds it by) among its index fields.
 */
export interface RecordOrder {
  /** An index of the kind's table; records without the field are not in the list. */
  readonly by: string
  readonly isDown: boolean
}

export type Ids = readonly string[]

export const idsOfList = (database: PhoneDatabase, kind: KindName, list: string): Promise<Ids> =>
  database.held(kind).where('lists').equals(list).primaryKeys()

export const countOfList = (
  database: PhoneDatabase,
  kind: KindName,
  list: string,
): Promise<number> => database.held(kind).where('lists').equals(list).count()

/** The ids in order, without those missing from any of the sets. */
export const idsInOrder = async (
  database: PhoneDatabase,
  kind: KindName,
  { by, isDown }: RecordOrder,
  narrowed: readonly Ids[],
): Promise<Ids> => {
  const ordered = await database.held(kind).orderBy(by).primaryKeys()
  const sets = narrowed.map((ids) => new Set(ids))
  const kept = ordered.filter((id) => sets.every((set) => set.has(id)))
  return isDown ? kept.reverse() : kept
}

const both = (one: ReadonlySet<string>, other: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...one].filter((id) => other.has(id)))

const idsWithWord = async (
  database: PhoneDatabase,
  kind: KindName,
  word: string,
): Promise<ReadonlySet<string>> => {
  const table = database.held(kind)
  let found: ReadonlySet<string> | null = null
  for (const term of neededTerms(word)) {
    const clause = table.where('terms')
    // A word of one letter is only the beginning of the terms it is in.
    const collection = Array.from(word).length < 2 ? clause.startsWith(term) : clause.equals(term)
    const ids = new Set<string>(await collection.primaryKeys())
    found = found ? both(found, ids) : ids
    if (found.size === 0) break
  }
  return found ?? new Set()
}

/** Whatever has every word, each in its text or at one of the places the caller found by that word. */
export const idsFound = async (
  database: PhoneDatabase,
  kind: KindName,
  said: string,
  placesOf: (word: string) => Ids,
): Promise<Ids> => {
  let found: ReadonlySet<string> | null = null
  for (const word of normalWords(said)) {
    const inText = await idsWithWord(database, kind, word)
    const places = placesOf(word)
    const at =
      places.length === 0
        ? []
        : await database.held(kind).where('place').anyOf(places).primaryKeys()
    const ids = new Set<string>([...inText, ...at])
    found = found ? both(found, ids) : ids
  }
  return [...(found ?? [])]
}
