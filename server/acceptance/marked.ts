import { keyOf } from '../store/store'
import type { Marked, RecordKey } from '../store/stored'
import type { Taken } from './take-changes'

const markedIn = ({ change, settled }: Taken): Marked[] => {
  if (!change.readable || (settled.outcome !== 'accepted' && settled.outcome !== 'noted')) return []
  const { id, by, importedBy } = change
  const brought = importedBy !== null && importedBy !== by ? { importedBy } : {}
  const isPlain = settled.marks.length === 0 && !('importedBy' in brought)
  return isPlain ? [] : [{ change: id, marks: settled.marks, ...brought }]
}

/** [SY30] What of a call makes a record worth a second look: by which change, why, who brought it in. */
export const markedOn = (key: RecordKey, taken: readonly Taken[]): readonly Marked[] =>
  taken
    .filter(({ change }) => change.readable && keyOf(change.key) === keyOf(key))
    .flatMap(markedIn)
