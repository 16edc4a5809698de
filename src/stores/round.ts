import type { CheckpointId } from '../domain/checkpoint'
import { newestForm } from '../domain/form/form'
import type { StaffId } from '../domain/id'
import { windowOf } from '../domain/round-due'
import type { ActToSave } from '../storage/save-acts'
import { act } from './act'
import { makeUpKey, readMakeUp } from './make-up'
import { usePatrol, type RoundView } from './patrol'
import { usePhone } from './phone'
import { isWalkable } from './round-view'

type Planned = NonNullable<RoundView['planned']>

const plannedAs = ({ plan, day, slot }: Planned, route: NonNullable<RoundView['route']>) => ({
  ...{ community: plan.community, plan: plan.id, day, slot: slot.key },
  ...{ route: route.id, order: route.order },
})

/** What staff do to a round. Each answers whether it was saved. */
export const useRound = () => {
  const phone = usePhone()
  const patrol = usePatrol()

  const stopsToWalk = ({ route, round, planned }: RoundView) =>
    round?.stops ??
    (route?.stops ?? []).flatMap((id) => {
      const checkpoint = patrol.checkpointById.get(id)
      const form = checkpoint ? newestForm(patrol.forms, checkpoint.form) : undefined
      const window = planned ? windowOf(planned, id) : null
      return form ? [{ checkpoint: id, form: form.id, ...(window ? { window } : {}) }] : []
    })

  /** [PA8] The plan's round before this one, as far as this phone knows. */
  const spacingOf = async ({ planned, round, id }: RoundView) => {
    const least = planned?.plan.spacing?.rounds ?? null
    if (round || least === null) return round?.spacing ? { spacing: round.spacing } : {}
    await patrol.whole()
    const others = patrol.views.filter((each) => each.planned?.plan.id === planned?.plan.id)
    const ends = others.flatMap((each) => {
      const at = each.endedAt ?? each.round?.startedAt ?? null
      return each.id !== id && at !== null ? [at] : []
    })
    return ends.length > 0 ? { spacing: { least, lastAt: Math.max(...ends) } } : {}
  }

  /** What the plan asks, as it is now or as it was when the round came into being. */
  const askedOf = async (view: RoundView) => {
    const { route, round, planned, due, name } = view
    const from = round ?? (planned && route ? plannedAs(planned, route) : null)
    if (!from) return null
    const { community, plan, day, slot, order } = from
    const nightCheck = round?.nightCheck ?? planned?.plan.nightCheck
    return {
      ...{ community, plan, day, slot, route: from.route, name, order },
      ...{ opensAt: due.opensAt, closesAt: due.closesAt, stops: [...stopsToWalk(view)] },
      ...(await spacingOf(view)),
      ...(nightCheck ? { nightCheck } : {}),
    }
  }

  /** The act that begins a round or joins it, with its stops as they are now; none for a walker. */
  const startActs = async (view: RoundView): Promise<readonly ActToSave[]> => {
    const isWalker = view.round?.walkers.includes(phone.person.staff) ?? false
    const asked = isWalker ? null : await askedOf(view)
    if (!asked) return []
    const start = { act: 'start' as const, ...asked, ...(await readMakeUp(phone, view.id)) }
    return [{ kind: 'Round', record: view.id, act: start }]
  }

  const step = async (view: RoundView, deed: ActToSave['act']) =>
    act(phone, [...(await startActs(view)), { kind: 'Round', record: view.id, act: deed }], {
      dropDrafts: [makeUpKey(view.id)],
    })

  /** To a named colleague. Nobody begins a round by giving it away. */
  const handOver = async (view: RoundView, to: StaffId, reason: string) => {
    const asked = await askedOf(view)
    const deed = asked ? [{ act: 'handOver' as const, ...asked, to, reason }] : []
    return act(
      phone,
      deed.map((each) => ({ kind: 'Round', record: view.id, act: each })),
    )
  }

  return {
    ...{ startActs, handOver },
    skip: (view: RoundView, checkpoint: CheckpointId, reason: string) =>
      step(view, { act: 'skip', checkpoint, reason }),
    finishPart: (view: RoundView) => step(view, { act: 'finishPart' }),
    finish: (view: RoundView) => step(view, { act: 'finish', from: 'underway' }),
    endEarly: (view: RoundView, reason: string) =>
      step(view, { act: 'endEarly', from: 'underway', reason }),
    isOver: ({ endedAt }: RoundView) => endedAt !== null,
    mayBegin: (view: RoundView) => isWalkable(view, phone.tick.value),
  }
}
