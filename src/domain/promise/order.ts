import type { Instant } from '../instant'
import type { PromiseStep } from './act'
import type { OpenPromise, OwnerPromise, PromiseEntry } from './promise'

/** The step an entry came of; null where it is none. */
export const stepOf = (entry: PromiseEntry): PromiseStep | null => {
  switch (entry.kind) {
    case 'made':
    case 'explained':
      return null
    case 'asked': {
      const { dueAt, agreed, words } = entry
      return { act: 'renegotiate', dueAt, agreed, words }
    }
    case 'kept':
      return { act: 'keep', words: entry.words }
    case 'broken':
      return { act: 'break', words: entry.words }
    case 'released':
      return { act: 'release', words: entry.words }
    case 'handedOver':
      return { act: 'handOver', to: entry.to, words: entry.words }
    case 'takenOver':
      return { act: 'takeOver' }
    case 'turnedDown':
      return { act: 'turnDown', words: entry.words }
    case 'undone':
      return { act: 'undo', change: entry.undone }
    case 'late':
      return entry.deed
  }
}

/** As it was made, before anything became of it. */
export const asMade = (promise: OwnerPromise): OpenPromise => {
  const { id, community, building, home, caller, words, from, promisedBy, madeAt } = promise
  const asked = promise.thread.find((entry) => entry.kind === 'asked')
  return {
    ...{ id, community, building, home, caller, words, from, promisedBy, madeAt },
    ...{ dueAt: asked?.was ?? promise.dueAt, keeper: promisedBy },
    ...{ status: 'open', passingTo: null, thread: promise.thread.slice(0, 1) },
  }
}

/** What is judged by when it was done; any other step answers what its author saw. */
const TIMED: readonly (PromiseStep['act'] | undefined)[] = [
  ...(['renegotiate', 'keep', 'break', 'release'] as const),
]

/** [PR4] Where in the thread a step belongs that was done then. */
export const placeOf = ({ thread }: OwnerPromise, step: PromiseStep, at: Instant): number => {
  const isAfter = (entry: PromiseEntry) => entry.at > at && TIMED.includes(stepOf(entry)?.act)
  const place = TIMED.includes(step.act) ? thread.findIndex(isAfter) : -1
  return place < 0 ? thread.length : place
}
