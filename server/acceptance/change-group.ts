import type { GroupId } from '../../src/domain/id'
import type { IncomingChange } from './incoming'

/** Changes that stand or fall together; a change without a group stands alone. */
export interface ChangeGroup {
  readonly group: GroupId | null
  readonly changes: readonly IncomingChange[]
}

export const isStandIn = (change: IncomingChange): boolean =>
  !change.readable && change.because === 'withdrawn'

/** A stand-in carries no group: it belongs to the one on both its sides. */
const groupAt = (changes: readonly IncomingChange[], index: number): GroupId | null => {
  const change = changes[index]
  if (!change || !isStandIn(change)) return change?.group ?? null
  const before = changes.slice(0, index).findLast((each) => !isStandIn(each))
  const after = changes.slice(index + 1).find((each) => !isStandIn(each))
  return before && before.group === after?.group ? before.group : null
}

/** The changes of a call in their order, neighbours of one group together. */
export const inGroups = (changes: readonly IncomingChange[]): readonly ChangeGroup[] => {
  const groups: { group: GroupId | null; changes: IncomingChange[] }[] = []
  for (const [index, change] of changes.entries()) {
    const group = groupAt(changes, index)
    const last = groups.at(-1)
    if (last && group !== null && last.group === group) last.changes.push(change)
    else groups.push({ group, changes: [change] })
  }
  return groups
}

/** Groups whose changes do not stand together: they cannot be taken whole. */
export const scattered = (groups: readonly ChangeGroup[]): ReadonlySet<GroupId> => {
  const seen = new Set<GroupId>()
  const twice = new Set<GroupId>()
  for (const { group } of groups) if (group !== null) (seen.has(group) ? twice : seen).add(group)
  return twice
}
