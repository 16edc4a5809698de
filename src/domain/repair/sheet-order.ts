import type { ChangeId } from '../id'
import type { Instant } from '../instant'

interface Written {
  readonly change: ChangeId
  readonly at: Instant
}

interface Under {
  readonly of: ChangeId
  readonly at: Instant
}

/** [RN7] Sheets by when each was written, whichever is heard of last; the first one is the first. */
export const sheetsInOrder = <Sheet extends Written>([
  first,
  ...corrections
]: readonly Sheet[]): readonly Sheet[] => [
  ...(first ? [first] : []),
  ...corrections.sort((one, other) => one.at - other.at),
]

/** [RN7] Names by when the sheet of each was written, then by when each was put under it. */
export const namesInOrder = <Name extends Under>(
  names: readonly Name[],
  sheets: readonly Written[],
): readonly Name[] => {
  const order = sheets.map(({ change }) => change)
  return [...names].sort(
    (one, other) => order.indexOf(one.of) - order.indexOf(other.of) || one.at - other.at,
  )
}
