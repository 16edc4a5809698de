import type { ChangeId } from '../id'
import type { ActContext } from '../record-kind'
import type { OpenPromise, OwnerPromise, PromiseEntry } from './promise'

/** To whom it was being passed after all these; a handing over that was taken back is none. */
const passingAfter = (thread: readonly PromiseEntry[]): OpenPromise['passingTo'] => {
  const undone = new Set(thread.flatMap((entry) => (entry.kind === 'undone' ? entry.undone : [])))
  return thread.reduce<OpenPromise['passingTo']>((passing, entry) => {
    switch (entry.kind) {
      case 'handedOver':
        return undone.has(entry.change) ? passing : entry.to
      case 'kept':
      case 'broken':
      case 'released':
      case 'takenOver':
      case 'turnedDown':
        return null
      default:
        return passing
    }
  }, null)
}

/** What is only said beside the steps takes nothing from anybody's last step. */
const isStep = ({ kind }: PromiseEntry) => kind !== 'explained' && kind !== 'late'

/**
 * [PR6] The promise as it stood before its last step, where that is this one and this person's: how
 * it ended; another time, until its time is past; a handing over nobody has answered. Else null.
 */
export const beforeLast = (
  promise: OwnerPromise,
  change: ChangeId,
  { at, by }: Pick<ActContext, 'at' | 'by'>,
): OpenPromise | null => {
  const said = promise.thread.filter(isStep).at(-1)
  if (said?.change !== change || said.by !== by) return null
  if (promise.status !== 'open') {
    const { settledAt: _, ...rest } = promise
    return said.kind === promise.status ? { ...rest, status: 'open', passingTo: null } : null
  }
  if (said.kind === 'handedOver') {
    const earlier = promise.thread.slice(0, promise.thread.indexOf(said))
    return { ...promise, passingTo: passingAfter(earlier) }
  }
  // [PR5] Once it is due, its time is not talked away.
  if (said.kind !== 'asked' || at > promise.dueAt) return null
  return { ...promise, dueAt: said.agreed ? said.was : promise.dueAt }
}
