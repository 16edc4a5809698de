import {
  applied,
  malformed,
  noted,
  type ActContext,
  type Applied,
  type RecordKind,
} from '../record-kind'
import { callersScope, homesScope } from '../scope'
import { entryOf, isInThread, type EntryContext } from '../thread'
import { promiseActs, type PromiseAct, type PromiseActOf, type PromiseStep } from './act'
import { asMade, doneAt, inOrder, stepOf } from './order'
import { keepLate, step, withEntry } from './step'
import { mayTakeBack } from './take-back'
import {
  ownerPromiseSchema,
  type OwnerPromise,
  type OwnerPromiseId,
  type PromiseEntry,
} from './promise'

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

const take = (promise: OwnerPromise, deed: PromiseStep, context: EntryContext): OwnerPromise => {
  if (deed.act === 'undo') return undo(promise, deed, context)
  const next = promise.status === 'open' ? step(promise, deed, context) : null
  return next ?? keepLate(promise, deed, context)
}

/** All of the thread gone through again, from the making on; what `stays` is only said again. */
const again = (
  promise: OwnerPromise,
  thread: readonly PromiseEntry[],
  stays: (entry: PromiseEntry) => boolean,
): OwnerPromise =>
  thread.slice(1).reduce<OwnerPromise>((record, entry) => {
    const known = stays(entry) ? null : stepOf(entry)
    return known ? take(record, known, entry) : withEntry(record, entry)
  }, asMade(promise))

/** [PR4] [PR6] One's own last step taken back: everything else counts as if it had never been. */
function undo(
  promise: OwnerPromise,
  act: PromiseActOf<'undo'>,
  context: EntryContext,
): OwnerPromise {
  if (!mayTakeBack(promise, act.change, context)) return keepLate(promise, act, context)
  const thread = [
    ...promise.thread,
    { ...entryOf(context), kind: 'undone' as const, undone: act.change },
  ]
  const back = new Set(thread.flatMap((entry) => (entry.kind === 'undone' ? entry.undone : [])))
  return again(promise, thread, (entry) => back.has(entry.change) || stepOf(entry)?.act === 'undo')
}

/**
 * [PR4] Put where it belongs by when it was done, and all of it gone through again: in whatever order
 * phones are heard, it comes to the same.
 */
const inItsPlace = (promise: OwnerPromise, deed: PromiseStep, context: ActContext) => {
  const at = doneAt(promise, deed, context)
  const heard = keepLate(promise, deed, { ...context, at })
  const record = again(promise, inOrder(heard.thread), () => false)
  const isLate = record.thread.some(
    ({ change, kind }) => change === context.change && kind === 'late',
  )
  return isLate ? noted(record, 'came-too-late') : applied(record)
}

const act = (promise: OwnerPromise, deed: PromiseAct, context: ActContext) => {
  switch (deed.act) {
    case 'make':
      return noted(promise, 'already-recorded')
    case 'explain': {
      const explained = { ...entryOf(context), kind: 'explained' as const, words: deed.words }
      return applied({ ...promise, thread: inOrder([...promise.thread, explained]) })
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
