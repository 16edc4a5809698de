import type { StaffId } from '../id'
import type { Instant } from '../instant'
import type { PromiseAct } from './act'
import type { OwnerPromise } from './promise'

/** What a person can be offered to do with a promise. */
export type PromiseDeed = Exclude<PromiseAct['act'], 'make' | 'undo'>

interface Looker {
  readonly staff: StaffId
  readonly now: Instant
  /** May ask a colleague to take over what is not their own. */
  readonly oversees: boolean
}

/** The nearest deed first. Nothing is offered that would not take effect: [PR5] [PR8]. */
export const promiseDeedsOf = (
  promise: OwnerPromise,
  { staff, now, oversees }: Looker,
): readonly PromiseDeed[] => {
  if (promise.status !== 'open') return ['explain']
  if (promise.passingTo === staff) return ['takeOver', 'turnDown', 'explain']
  const isMine = promise.keeper === staff
  const inTime: readonly PromiseDeed[] = now > promise.dueAt ? [] : ['renegotiate', 'release']
  return [
    'keep',
    ...(isMine ? inTime : []),
    ...(isMine || oversees ? (['handOver'] as const) : []),
    'explain',
    ...(isMine ? (['break'] as const) : []),
  ]
}
