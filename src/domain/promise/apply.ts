import {
  applied,
  malformed,
  noted,
  type ActContext,
  type Applied,
  type RecordKind,
} from '../record-kind'
import { callersScope, homesScope } from '../scope'
import { entryOf, isInThread } from '../thread'
import { promiseActs, type PromiseAct, type PromiseActOf, type PromiseStep } from './act'
import { beforeLast } from './before-last'
import { asMade, placeOf, stepOf } from './order'
import {
  ownerPromiseSchema,
  type OpenPromise,
  type OwnerPromise,
  type OwnerPromiseId,
  type PromiseEntry,
} from './promise'

const ENDING = { keep: 'kept', break: 'broken', release: 'released' } as const

const make = (act: PromiseActOf<'make'>, context: ActContext): Applied<OwnerPromise> => {
  const { act: _, ...told } = act
  // [PR1] Said to nobody, it is no promise.
  if (told.home === null && told.caller === null) return malformed
  return applied({
    ...{ id: context.record as OwnerPromiseId, ...told },
    ...{ promisedBy: context.by, keeper: context.by, madeAt: context.at },
    ...{ status: 'open', passingTo: null },
    thread: [{ ...entryOf(context), kind: 'made' }],
  })
}

/** A step is taken or kept as what it was, and never refused. */
type Taken = Exclude<Applied<OwnerPromise>, { outcome: 'refused' }>

/** [PR6] What comes too late changes nothing and stays as what it was. */
const keepLate = (promise: OwnerPromise, act: PromiseStep, context: ActContext): Taken => {
  const late: PromiseEntry = { ...entryOf(context), kind: 'late', deed: act }
  const record = { ...promise, thread: [...promise.thread, late] }
  return { outcome: 'noted', record, why: 'came-too-late' }
}

/** One's own last step taken back; what is past or answered is not. */
const undo = (promise: OwnerPromise, act: PromiseActOf<'undo'>, context: ActContext): Taken => {
  const before = beforeLast(promise, act.change, context)
  if (!before) return keepLate(promise, act, context)
  const entry: PromiseEntry = { ...entryOf(context), kind: 'undone', undone: act.change }
  return { outcome: 'applied', record: { ...before, thread: [...promise.thread, entry] } }
}

const KEEPERS_OWN: readonly PromiseStep['act'][] = ['renegotiate', 'release', 'break']

/** A step of a promise that is open; null where it comes too late or is somebody else's. */
const step = (open: OpenPromise, act: PromiseStep, context: ActContext): OwnerPromise | null => {
  const base = entryOf(context)
  const withEntry = (entry: PromiseEntry) => ({ ...open, thread: [...open.thread, entry] })
  // [PR4] [PR5] Once it is due, neither time nor duty can be talked away.
  const isPast = context.at > open.dueAt
  // [PR8] A colleague may keep it in somebody's place; to talk it over or to break it is the keeper's.
  if (KEEPERS_OWN.includes(act.act) && context.by !== open.keeper) return null
  switch (act.act) {
    case 'renegotiate': {
      if (isPast) return null
      const { dueAt, agreed, words } = act
      const asked = withEntry({ ...base, kind: 'asked', was: open.dueAt, dueAt, agreed, words })
      return agreed ? { ...asked, dueAt } : asked
    }
    case 'release':
    case 'keep':
    case 'break': {
      if (act.act === 'release' && isPast) return null
      const status = ENDING[act.act]
      const { passingTo: _, ...ended } = withEntry({ ...base, kind: status, words: act.words })
      return { ...ended, status, settledAt: context.at }
    }
    case 'handOver':
      return {
        ...withEntry({ ...base, kind: 'handedOver', to: act.to, words: act.words }),
        passingTo: act.to,
      }
    case 'takeOver':
      if (open.passingTo !== context.by) return null
      return {
        ...withEntry({ ...base, kind: 'takenOver', from: open.keeper }),
        ...{ keeper: context.by, passingTo: null },
      }
    case 'turnDown':
      if (open.passingTo !== context.by) return null
      return { ...withEntry({ ...base, kind: 'turnedDown', words: act.words }), passingTo: null }
    case 'undo':
      return null
  }
}

const take = (promise: OwnerPromise, deed: PromiseStep, context: ActContext): Taken => {
  if (deed.act === 'undo') return undo(promise, deed, context)
  const next = promise.status === 'open' ? step(promise, deed, context) : null
  return next ? { outcome: 'applied', record: next } : keepLate(promise, deed, context)
}

/**
 * [PR4] Done before something that is known already, it is put where it belongs, and all of it is gone
 * through again: in whatever order phones are heard, it comes to the same.
 */
const inItsPlace = (promise: OwnerPromise, deed: PromiseStep, context: ActContext) => {
  const { thread } = promise
  const place = placeOf(promise, deed, context.at)
  if (place === thread.length) return take(promise, deed, context)
  const again = (held: OwnerPromise, entries: readonly PromiseEntry[]) =>
    entries.reduce((record, entry) => {
      const known = stepOf(entry)
      const { at, by, change } = entry
      return known
        ? take(record, known, { ...context, at, by, change }).record
        : { ...record, thread: [...record.thread, entry] }
    }, held)
  const taken = take(again(asMade(promise), thread.slice(1, place)), deed, context)
  return { ...taken, record: again(taken.record, thread.slice(place)) }
}

const act = (promise: OwnerPromise, deed: PromiseAct, context: ActContext) => {
  switch (deed.act) {
    case 'make':
      return noted(promise, 'already-recorded')
    case 'explain': {
      const entry = { ...entryOf(context), kind: 'explained' as const, words: deed.words }
      return applied({ ...promise, thread: [...promise.thread, entry] })
    }
    default:
      return inItsPlace(promise, deed, context)
  }
}

export const ownerPromiseKind: RecordKind<OwnerPromise, PromiseAct> = {
  kind: 'OwnerPromise',
  record: ownerPromiseSchema,
  acts: promiseActs,
  creates: ['make'],
  apply: (promise, deed, context) => {
    if (!promise) return deed.act === 'make' ? make(deed, context) : malformed
    if (isInThread(promise.thread, context)) return applied(promise)
    return act(promise, deed, context)
  },
  // [PR9] It names a home and what was said there: for those who serve it, else who talk with callers.
  scopeOf: ({ building, community }) => (building ? homesScope(building) : callersScope(community)),
  settledAt: (promise) => (promise.status === 'open' ? null : promise.settledAt),
  about: ({ home, from }) => [
    ...(home ? [home] : []),
    ...(from.by === 'ticket' ? [from.ticket] : from.by === 'visit' ? [from.visit] : []),
  ],
  photosOf: () => [],
}
