import type { ChangeId, NameId } from '../../src/domain/id'
import { LIMITS } from '../../src/protocol/version'
import { inGroups, isStandIn, scattered } from './change-group'
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

const refuseAll = (changes: readonly IncomingChange[]): readonly Taken[] =>
  changes.map((change) =>
    isStandIn(change)
      ? { change, settled: { outcome: 'withdrawn' } }
      : { change, settled: { outcome: 'refused', kind: 'malformed' } },
  )

const isBad = ({ settled }: Taken): boolean =>
  settled.outcome === 'refused' || settled.outcome === 'withdrawn'

/** [SY6] A group is whole or not at all: one refused refuses the rest, one parked parks the rest. */
const settleGroup = (
  group: readonly IncomingChange[],
  set: WorkingSet,
  rules: TakingRules,
): readonly Taken[] => {
  if (group.length > LIMITS.changesPerGroup) return refuseAll(group)
  set.mark()
  const taken: Taken[] = []
  for (const change of group) taken.push({ change, settled: settleOne(change, set, rules) })
  const bad = taken.find(isBad)
  if (bad) {
    set.rollBack()
    const cause = bad.change.id
    return taken.map((each) =>
      isBad(each)
        ? each
        : { change: each.change, settled: { outcome: 'refused', kind: 'group', cause } },
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
): readonly Taken[] => {
  const groups = inGroups(changes)
  const torn = scattered(groups)
  return groups.flatMap((each) =>
    each.group !== null && torn.has(each.group)
      ? refuseAll(each.changes)
      : settleGroup(each.changes, set, rules),
  )
}
