import { Dexie, liveQuery } from 'dexie'
import { onChange } from './on-change'
import type { PhoneDatabase } from './phone-database'

export interface Observed<T> {
  subscribe(next: (value: T) => void, failed: (error: unknown) => void): () => void
}

/** Asks again whenever something the answer was made of changes, in this tab or another. */
export const observe = <T>(query: () => Promise<T>): Observed<T> => ({
  subscribe: (next, failed) => {
    const subscription = liveQuery(query).subscribe({ next, error: failed })
    return () => subscription.unsubscribe()
  },
})

/**
 * Asks again whenever anything in the table, or in one of several, changes. For lists of many thousand ids: to follow each of
 * them, as `observe` does, costs more than to ask.
 */
export const observeTable = <T>(
  database: PhoneDatabase,
  table: string | readonly string[],
  query: () => Promise<T>,
): Observed<T> => ({
  subscribe: (next, failed) => {
    let isOver = false
    let isAsking = false
    let isStale = false
    const ask = async (): Promise<void> => {
      isStale = true
      if (isAsking) return
      isAsking = true
      try {
        while (isStale && !isOver) {
          isStale = false
          const value = await query()
          if (!isOver) next(value)
        }
      } catch (error) {
        // Signed out or taken over by a newer app, it has nothing more to say.
        if (!isOver && database.isOpen()) failed(error)
      } finally {
        isAsking = false
      }
    }
    const askNow = () => void Dexie.ignoreTransaction(ask)
    const end = onChange(database, [table].flat(), askNow)
    askNow()
    return () => {
      isOver = true
      end()
    }
  },
})
