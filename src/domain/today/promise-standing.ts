import type { OwnerPromise } from '../promise/promise'
import { isAhead, standingOfClock, type Onlooker, type Stands } from './standing'

/** [PR3] How a promise stands with whoever keeps it, or was asked to take it over. */
export const promiseStanding = (
  promise: OwnerPromise,
  { staff, now, dayBegan }: Onlooker,
): Stands | null => {
  if (promise.status !== 'open') {
    const at = promise.settledAt
    return promise.keeper === staff && at >= dayBegan ? { standing: 'done', at } : null
  }
  const at = promise.dueAt
  const standing = standingOfClock(at, now)
  if (promise.passingTo === staff)
    return { at, standing: isAhead('now', standing) ? 'now' : standing }
  return promise.keeper === staff ? { at, standing } : null
}
