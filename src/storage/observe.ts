import { liveQuery } from 'dexie'

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
