import type { ChangeId } from '../../src/domain/id'
import { CallFailed } from './failure'

export interface Numbered {
  readonly id: ChangeId
  readonly seq: number
}

/**
 * [SY3] A device counts 1, 2, 3 …; every outcome consumes a number. A repeated change is known by its
 * id; an unknown one under a used number means the database was copied. Answers the last number used.
 */
export const checkSequence = (
  changes: readonly Numbered[],
  lastSeq: number,
  isKnown: (id: ChangeId) => boolean,
): number => {
  let last = lastSeq
  const sent = new Set<ChangeId>()
  for (const { id, seq } of changes) {
    if (seq === last + 1) last = seq
    else if (seq <= last) {
      if (!isKnown(id) && !sent.has(id)) throw new CallFailed({ kind: 'device-forked' })
    } else throw new CallFailed({ kind: 'sequence-gap', expected: last + 1 })
    sent.add(id)
  }
  return last
}
