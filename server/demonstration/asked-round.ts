import type { Checkpoint } from '../../src/domain/checkpoint'
import { newestForm } from '../../src/domain/form/form'
import type { Instant } from '../../src/domain/instant'
import type { StartRound } from '../../src/domain/round-act'
import { windowOf, type RoundDue } from '../../src/domain/round-due'
import type { World } from './world'

/** What the plan asks of a round, as its walker's phone takes it along. */
export const askedRound = (
  { community, forms }: World,
  due: RoundDue,
  points: readonly Checkpoint[],
  order: StartRound['order'],
  lastAt: Instant | null,
): Omit<StartRound, 'act' | 'why'> => {
  const { plan, slot, day, opensAt, closesAt } = due
  const stops = points.flatMap((point) => {
    const form = newestForm(forms, point.form)
    const window = windowOf(due, point.id)
    return form ? [{ checkpoint: point.id, form: form.id, ...(window ? { window } : {}) }] : []
  })
  const least = plan.spacing?.rounds ?? null
  return {
    ...{ community: community.id, plan: plan.id, day, slot: slot.key, route: plan.route },
    ...{ name: `${slot.name}${plan.name}`, order, opensAt, closesAt, stops },
    ...(plan.nightCheck ? { nightCheck: plan.nightCheck } : {}),
    ...(least !== null && lastAt !== null ? { spacing: { least, lastAt } } : {}),
  }
}
