import type { ChangeId } from '../id'
import type { EntryContext } from '../thread'
import type { OwnerPromise, PromiseEntry } from './promise'

/** What is only said beside the steps takes nothing from anybody's last step. */
const isStep = ({ kind }: PromiseEntry) => kind !== 'explained' && kind !== 'late'

/**
 * [PR6] Whether this is the last step, and this person's to take back: how it ended; another time,
 * until its time is past; a handing over nobody has answered.
 */
export const mayTakeBack = (
  { thread, status, dueAt }: OwnerPromise,
  change: ChangeId,
  { at, by }: Pick<EntryContext, 'at' | 'by'>,
): boolean => {
  const said = thread.filter(isStep).at(-1)
  if (said?.change !== change || said.by !== by) return false
  if (status !== 'open') return said.kind === status
  // [PR5] Once it is due, its time is not talked away.
  return said.kind === 'handedOver' || (said.kind === 'asked' && at <= dueAt)
}
