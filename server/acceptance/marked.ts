import type { Mark } from '../../src/protocol/outcome'
import { keyOf } from '../store/store'
import type { Marked, RecordKey } from '../store/stored'
import type { Taken } from './take-changes'

/**
 * A phone that became a new device sends what it did under the old one: to its author that is no reproach.
 * Of work that came by a file it is what there is to be said.
 */
const isWorthShowing = (mark: Mark, isBrought: boolean): boolean =>
  isBrought || mark !== 'before-registration'

const markedIn = ({ change, settled }: Taken): Marked[] => {
  if (!change.readable || (settled.outcome !== 'accepted' && settled.outcome !== 'noted')) return []
  const { id, by, importedBy, isPast } = change
  if (isPast) return []
  const brought = importedBy !== null && importedBy !== by ? { importedBy } : {}
  const marks = settled.marks.filter((mark) => isWorthShowing(mark, importedBy !== null))
  const isPlain = marks.length === 0 && !('importedBy' in brought)
  return isPlain ? [] : [{ change: id, marks, ...brought }]
}

/** [SY30] What of a call makes a record worth a second look: by which change, why, who brought it in. */
export const markedOn = (key: RecordKey, taken: readonly Taken[]): readonly Marked[] =>
  taken
    .filter(({ change }) => change.readable && keyOf(change.key) === keyOf(key))
    .flatMap(markedIn)
