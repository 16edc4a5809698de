import type { Checkpoint } from '../domain/checkpoint'
import { labelOf, type Label } from '../domain/label'
import { isMakeUp } from '../domain/round-judgement'
import { useEstate } from './estate'
import { usePatrol, type RoundView } from './patrol'
import { usePhone } from './phone'
import { useRound } from './round'

/** What a label leads to: a stop of a round to be walked, or nowhere, and why. */
export type ScanTarget =
  | { readonly kind: 'stop'; readonly round: string; readonly checkpoint: Checkpoint }
  | { readonly kind: 'nowhere'; readonly label: Label }

/**
 * [TD13] Where scanning without having opened a round leads: begun rounds first, then what closes first;
 * one whose time is over, and that would have to say why, only where there is no other.
 */
export const useScanTarget = () => {
  const patrol = usePatrol()
  const acts = useRound()
  const estate = useEstate()
  const { tick } = usePhone()

  const isOpenAt = (view: RoundView, checkpoint: Checkpoint) =>
    !acts.isOver(view) &&
    acts.mayBegin(view) &&
    view.judgement !== 'missed' &&
    view.stops.some((stop) => stop.checkpoint === checkpoint.id && stop.state === 'open')

  const isLate = ({ due, round }: RoundView) => isMakeUp(due, round, tick.value)
  const roundAt = (checkpoint: Checkpoint) =>
    patrol.mine
      .filter((view) => isOpenAt(view, checkpoint))
      .sort(
        (a, b) =>
          Number(isLate(a)) - Number(isLate(b)) ||
          Number(b.round !== null) - Number(a.round !== null) ||
          a.due.closesAt - b.due.closesAt,
      )
      .at(0)

  return (text: string): ScanTarget => {
    const label = labelOf(text, patrol.checkpoints)
    if (label.kind !== 'known') return { kind: 'nowhere', label }
    const { checkpoint } = label
    const round = roundAt(checkpoint)
    if (round) return { kind: 'stop', round: round.id, checkpoint }
    const isHere = checkpoint.community === estate.community?.id
    return {
      kind: 'nowhere',
      label: { kind: isHere ? 'elsewhere' : 'otherCommunity', checkpoint },
    }
  }
}
