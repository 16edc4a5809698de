import { entryOf, type EntryContext } from '../thread'
import type { PromiseStep } from './act'
import type { OpenPromise, OwnerPromise, PromiseEntry } from './promise'

const ENDING = { keep: 'kept', break: 'broken', release: 'released' } as const

export const withEntry = <Thing extends OwnerPromise>(
  promise: Thing,
  entry: PromiseEntry,
): Thing => ({
  ...promise,
  thread: [...promise.thread, entry],
})

/** [PR6] What comes too late changes nothing and stays as what it was. */
export const keepLate = (
  promise: OwnerPromise,
  act: PromiseStep,
  context: EntryContext,
): OwnerPromise => withEntry(promise, { ...entryOf(context), kind: 'late', deed: act })

const KEEPERS_OWN: readonly PromiseStep['act'][] = ['renegotiate', 'release', 'break']

/** A step of a promise that is open; null where it comes too late or is somebody else's. */
export const step = (
  open: OpenPromise,
  act: PromiseStep,
  context: EntryContext,
): OwnerPromise | null => {
  const base = entryOf(context)
  // [PR4] [PR5] Once it is due, neither time nor duty can be talked away.
  const isPast = context.at > open.dueAt
  // [PR8] A colleague may keep it in somebody's place; to talk it over or to break it is the keeper's.
  if (KEEPERS_OWN.includes(act.act) && context.by !== open.keeper) return null
  switch (act.act) {
    case 'renegotiate': {
      if (isPast) return null
      const { dueAt, agreed, words } = act
      const asked = withEntry(open, {
        ...base,
        kind: 'asked',
        was: open.dueAt,
        dueAt,
        agreed,
        words,
      })
      return agreed ? { ...asked, dueAt } : asked
    }
    case 'release':
    case 'keep':
    case 'break': {
      if (act.act === 'release' && isPast) return null
      const status = ENDING[act.act]
      const { passingTo: _, ...ended } = withEntry(open, {
        ...base,
        kind: status,
        words: act.words,
      })
      return { ...ended, status, settledAt: context.at }
    }
    case 'handOver':
      return {
        ...withEntry(open, { ...base, kind: 'handedOver', to: act.to, words: act.words }),
        passingTo: act.to,
      }
    case 'takeOver':
      if (open.passingTo !== context.by) return null
      return {
        ...withEntry(open, { ...base, kind: 'takenOver', from: open.keeper }),
        ...{ keeper: context.by, passingTo: null },
      }
    case 'turnDown':
      if (open.passingTo !== context.by) return null
      return {
        ...withEntry(open, { ...base, kind: 'turnedDown', words: act.words }),
        passingTo: null,
      }
    case 'undo':
      return null
  }
}
