import type { ChangeId, NameId } from '../../src/domain/id'
import { LIMITS } from '../../src/protocol/version'
import type { IncomingChange, ReadableChange } from './incoming'
import { judge, type ApplyAct, type Rights, type Verdict } from './judge'
import type { WorkingSet } from './working-set'

export type Settled =
  | Verdict
  | { readonly outcome: 'refused'; readonly kind: 'group'; readonly cause: ChangeId }
  | { readonly outcome: 'withdrawn' }

export interface Taken {
  readonly change: IncomingChange
  readonly settled: Settled
}

/** Consecutive changes of one group stand or fall together; every other change stands alone. */
const inGroups = (changes: readonly IncomingChange[]): readonly (readonly IncomingChange[])[] => {
  const groups: IncomingChange[][] = []
  for (const change of changes) {
    const last = groups.at(-1)
    if (last && change.group !== null && last[0]?.group === change.group) last.push(change)
    else groups.push([change])
  }
  return groups
}

export interface TakingRules {
  readonly rightsOf: (change: ReadableChange) => Rights
  readonly apply: ApplyAct
  readonly nameId: NameId
}

const settleOne = (change: IncomingChange, set: WorkingSet, rules: TakingRules): Settled => {
  if (change.readable) return judge(change, rules.rightsOf(change), set, rules.apply, rules.nameId)
  return change.because === 'withdrawn'
    ? { outcome: 'withdrawn' }
    : { outcome: 'refused', kind: change.because }
}

/** [SY6] A group is whole or not at all: one refused refuses the rest, one parked parks the rest. */
const settleGroup = (
  group: readonly IncomingChange[],
  set: WorkingSet,
  rules: TakingRules,
): readonly Taken[] => {
  if (group.length > LIMITS.changesPerGroup)
    return group.map((change) => ({ change, settled: { outcome: 'refused', kind: 'malformed' } }))
  set.mark()
  const taken: Taken[] = []
  for (const change of group) taken.push({ change, settled: settleOne(change, set, rules) })
  const bad = taken.find(({ settled }) => settled.outcome === 'refused')
  if (bad) {
    set.rollBack()
    const cause = bad.change.id
    return taken.map(({ change, settled }) =>
      settled.outcome === 'refused'
        ? { change, settled }
        : { change, settled: { outcome: 'refused', kind: 'group', cause } },
    )
  }
  if (taken.some(({ settled }) => settled.outcome === 'parked')) {
    set.rollBack()
    return taken.map(({ change }) => ({ change, settled: { outcome: 'parked' } }))
  }
  return taken
}

/** Settles changes in their order; effects are left in the working set. */
export const takeChanges = (
  changes: readonly IncomingChange[],
  set: WorkingSet,
  rules: TakingRules,
): readonly Taken[] => inGroups(changes).flatMap((group) => settleGroup(group, set, rules))
