import { onScopeDispose, shallowRef, watchEffect, type ShallowRef } from 'vue'
import { observe, type Observed } from '../storage/observe'

/**
 * Follows the database for as long as whoever asked is there. `query` is made anew when what it reads
 * of the screen changes; null means there is nothing to ask yet.
 */
export const useLive = <T>(
  query: () => (() => Promise<T>) | null,
  initial: T,
  follow: (ask: () => Promise<T>) => Observed<T> = observe,
): Readonly<ShallowRef<T>> => {
  const value = shallowRef(initial)
  let stop: () => void = () => undefined
  watchEffect(() => {
    stop()
    const ask = query()
    if (!ask) return
    stop = follow(ask).subscribe(
      (next) => (value.value = next),
      (error: unknown) => {
        throw error
      },
    )
  })
  onScopeDispose(() => stop())
  return value
}
