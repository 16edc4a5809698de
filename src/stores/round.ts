import type { CheckpointId } from '../domain/checkpoint'
import { newestForm } from '../domain/form/form'
import { mayBegin } from '../domain/round-progress'
import type { ActToSave } from '../storage/save-acts'
import { usePatrol, type RoundView } from './patrol'
import { act, usePhone } from './phone'

type Planned = NonNullable<RoundView['planned']>

const plannedAs = ({ plan, day, slot }: Planned, route: NonNullable<RoundView['route']>) => ({
  ...{ community: plan.community, plan: plan.id, day, slot: slot.key },
  ...{ route: route.id, order: route.order },
})

/** What staff do to a round. Each answers whether it was saved. */
export const useRound = () => {
  const phone = usePhone()
  const patrol = usePatrol()

  const stopsToWalk = ({ route, round }: RoundView) =>
    round?.stops ??
    (route?.stops ?? []).flatMap((id) => {
      const checkpoint = patrol.checkpointById.get(id)
      const form = checkpoint ? newestForm(patrol.forms, checkpoint.form) : undefined
      return form ? [{ checkpoint: id, form: form.id }] : []
    })

  /** The act that begins a round or joins it, with its stops as they are now; none for a walker. */
  const startActs = (view: RoundView): readonly ActToSave[] => {
    const { route, round, planned, due, name } = view
    if (round?.walkers.includes(phone.person.staff)) return []
    const from = round ?? (planned && route ? plannedAs(planned, route) : null)
    if (!from) return []
    const { community, plan, day, slot, order } = from
    const act = {
      ...{ act: 'start' as const, community, plan, day, slot, route: from.route, name, order },
      ...{ opensAt: due.opensAt, closesAt: due.closesAt, stops: [...stopsToWalk(view)] },
    }
    return [{ kind: 'Round', record: view.id, act }]
  }

  const step = (view: RoundView, deed: ActToSave['act']) =>
    act(phone, [...startActs(view), { kind: 'Round', record: view.id, act: deed }])

  return {
    startActs,
    skip: (view: RoundView, checkpoint: CheckpointId, reason: string) =>
      step(view, { act: 'skip', checkpoint, reason }),
    finish: (view: RoundView) => step(view, { act: 'finish', from: 'underway' }),
    endEarly: (view: RoundView, reason: string) =>
      step(view, { act: 'endEarly', from: 'underway', reason }),
    isOver: ({ round }: RoundView) => round !== null && round.status !== 'underway',
    mayBegin: ({ due, round }: RoundView) => round !== null || mayBegin(due, phone.tick.value),
  }
}
