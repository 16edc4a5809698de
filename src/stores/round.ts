import { newestForm } from '../domain/form/form'
import { MINUTE } from '../domain/instant'
import type { CheckpointId } from '../domain/checkpoint'
import type { ActToSave } from '../storage/save-acts'
import { useEstate } from './estate'
import { usePatrol, type RoundView } from './patrol'
import { act, usePhone } from './phone'

/** What staff do to a round. Each answers whether it was saved. */
export const useRound = () => {
  const phone = usePhone()
  const patrol = usePatrol()
  const estate = useEstate()

  /** The act that begins a round, with its stops as they are now; none where it is under way. */
  const startActs = (view: RoundView): readonly ActToSave[] => {
    const isWalker = view.round?.walkers.includes(phone.person.staff) ?? false
    const { route, due } = view
    if (isWalker || !route || !estate.community) return []
    const stops = route.stops.flatMap((id) => {
      const checkpoint = patrol.checkpointById.get(id)
      const form = checkpoint ? newestForm(patrol.forms, checkpoint.form) : undefined
      return form ? [{ checkpoint: id, form: form.id }] : []
    })
    const { plan, day, slot, opensAt, closesAt } = due
    return [
      {
        kind: 'Round',
        record: view.id,
        act: {
          ...{ act: 'start', community: route.community, plan: plan.id, day, slot: slot.key },
          ...{ route: route.id, name: view.name, order: route.order, opensAt, closesAt, stops },
        },
      },
    ]
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
    /** A round may be begun a little before its window, as people do. */
    mayStart: (view: RoundView) => phone.tick.value >= view.due.opensAt - 30 * MINUTE,
  }
}
