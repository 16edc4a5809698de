import { tokenOf, type Checkpoint } from '../domain/checkpoint'
import { usePatrol, type RoundView } from './patrol'
import { useRound } from './round'

/** What a label leads to: a stop of a round to be walked, a point on no round of theirs, or nothing known. */
export type ScanTarget =
  | { readonly kind: 'stop'; readonly round: string; readonly checkpoint: Checkpoint }
  | { readonly kind: 'elsewhere'; readonly checkpoint: Checkpoint }
  | { readonly kind: 'unknown' }

/** [TD13] Where scanning without having opened a round leads: begun rounds first, then what closes first. */
export const useScanTarget = () => {
  const patrol = usePatrol()
  const acts = useRound()

  const isOpenAt = (view: RoundView, checkpoint: Checkpoint) =>
    !acts.isOver(view) &&
    acts.mayBegin(view) &&
    view.judgement !== 'missed' &&
    view.stops.some((stop) => stop.checkpoint === checkpoint.id && stop.state === 'open')

  return (text: string): ScanTarget => {
    const token = tokenOf(text)
    const checkpoint = patrol.checkpoints.find((each) => each.token === token)
    if (!checkpoint || token === null) return { kind: 'unknown' }
    const [first] = patrol.mine
      .filter((view) => isOpenAt(view, checkpoint))
      .sort(
        (a, b) =>
          Number(b.round !== null) - Number(a.round !== null) || a.due.closesAt - b.due.closesAt,
      )
    return first ? { kind: 'stop', round: first.id, checkpoint } : { kind: 'elsewhere', checkpoint }
  }
}
