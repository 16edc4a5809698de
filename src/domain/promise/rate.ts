import type { Fate } from './fate'
import type { Given } from './given'

/** How promises ended, as sums: the share is never shown without them. */
export interface Rate {
  readonly kept: number
  readonly late: number
  readonly broken: number
  /** Past its time and still open: counted with what was not kept. */
  readonly overdue: number
  readonly open: number
  readonly released: number
  /** All that came due. */
  readonly due: number
}

/** [PR10] Kept in time over all that came due; what the owner let go of, or is not due yet, is in neither. */
export const rateOf = (given: readonly Given[]): Rate => {
  const count = (fate: Fate) => given.filter((each) => each.fate === fate).length
  const [kept, late, broken, overdue] = [
    ...[count('kept'), count('late')],
    ...[count('broken'), count('overdue')],
  ] as [number, number, number, number]
  return {
    ...{ kept, late, broken, overdue, open: count('open'), released: count('released') },
    due: kept + late + broken + overdue,
  }
}

/** In whole parts of a hundred, rounded down: only what was all kept is a hundred. Null where nothing came due. */
export const shareKept = ({ kept, due }: Rate): number | null =>
  due === 0 ? null : Math.floor((kept * 100) / due)
