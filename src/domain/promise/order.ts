import { MINUTE, type Instant } from '../instant'
import type { EntryContext } from '../thread'
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

/** As far as a phone's clock is let stand off from what its holder must have seen by then. */
const OFF = 10 * MINUTE

/** [PR4] When a step was done: not before its author's own last one, nor before what it answers. */
export const doneAt = (
  { thread }: OwnerPromise,
  { act }: PromiseStep,
  { at, by }: Pick<EntryContext, 'at' | 'by'>,
): Instant => {
  const isAnswer = act === 'takeOver' || act === 'turnDown'
  const seen = thread.filter(
    (entry) => entry.by === by || (isAnswer && entry.kind === 'handedOver' && entry.to === by),
  )
  return Math.max(at, ...seen.map((entry) => entry.at).filter((each) => each <= at + OFF))
}

/** A step never stands after its own taking back, whatever the clocks said. */
const timeOf = (entry: PromiseEntry, thread: readonly PromiseEntry[]): Instant => {
  const step = stepOf(entry)
  const undone = step?.act === 'undo' && thread.find(({ change }) => change === step.change)
  return undone ? Math.max(entry.at, undone.at) : entry.at
}

/** [PR4] A thread by when each of it was done; what was done at once, as it was heard of. */
export const inOrder = ([made, ...rest]: readonly PromiseEntry[]): readonly PromiseEntry[] => {
  const timed = rest.map((entry) => ({ entry, at: timeOf(entry, rest) }))
  const sorted = timed.sort((one, other) => one.at - other.at)
  return [...(made ? [made] : []), ...sorted.map(({ entry }) => entry)]
}
