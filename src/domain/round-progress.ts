import type { CheckpointId } from './checkpoint'
import type { CheckpointVisit } from './checkpoint-visit'
import type { StaffId } from './id'
import type { Instant } from './instant'
import type { Round, RoundEntry } from './round'
import type { VisitFacts } from './visit-doubt'

export type StopState = 'open' | 'normal' | 'abnormal' | 'skipped'

export interface StopProgress {
  readonly checkpoint: CheckpointId
  readonly state: StopState
  readonly visit: CheckpointVisit | null
  /** When it was looked at or passed over; null while open. */
  readonly settledAt: Instant | null
  /** When it was to be looked at, where the plan says. */
  readonly window: VisitFacts['window'] | null
}

/** One that another says it takes the place of stands behind it, even where a clock was set back. */
const latestOf = (visits: readonly CheckpointVisit[]): CheckpointVisit | null => {
  const replaced = new Set(visits.map(({ facts }) => facts?.instead))
  return visits
    .filter(({ id }) => !replaced.has(id))
    .reduce<CheckpointVisit | null>(
      (latest, visit) => (!latest || visit.visitedAt >= latest.visitedAt ? visit : latest),
      null,
    )
}

type Skip = Extract<RoundEntry, { kind: 'skipped' }>

const skipOf = (round: Round | null, checkpoint: CheckpointId): Skip | undefined =>
  round?.thread
    .filter((entry) => entry.kind === 'skipped')
    .filter((entry) => entry.checkpoint === checkpoint)
    .at(-1)

/** [RD4] Where each stop of a round stands: its latest visit that is not void, else a skip. */
export const stopsOf = (
  round: Round,
  visits: readonly CheckpointVisit[],
): readonly StopProgress[] =>
  round.stops.map(({ checkpoint, window = null }) => {
    const visit = latestOf(
      visits.filter((each) => each.checkpoint === checkpoint && each.voided === null),
    )
    if (visit) {
      const state = visit.abnormal > 0 ? 'abnormal' : 'normal'
      return { checkpoint, visit, state, window, settledAt: visit.visitedAt }
    }
    const skip = skipOf(round, checkpoint)
    const state = skip ? 'skipped' : 'open'
    return { checkpoint, visit: null, state, window, settledAt: skip?.at ?? null }
  })

/** Why a stop was passed over, as last said; empty when nobody did. */
export const skipReasonOf = (round: Round | null, checkpoint: CheckpointId): string =>
  skipOf(round, checkpoint)?.reason ?? ''

export const isEveryStopSettled = (stops: readonly StopProgress[]): boolean =>
  stops.every((stop) => stop.state !== 'open')

/** [RD12] Whether this walker said that their part is walked and the rest is a colleague's. */
export const hasFinishedPart = (round: Round, walker: StaffId): boolean =>
  round.thread.some((entry) => entry.kind === 'partFinished' && entry.by === walker)

export type HandOver = Extract<RoundEntry, { kind: 'handedOver' }>

/** [RD11] The last handing over; whoever it names walks the round. */
export const handOverOf = (round: Pick<Round, 'thread'> | null): HandOver | null =>
  round?.thread
    .filter((entry) => entry.kind === 'handedOver')
    .reduce<HandOver | null>(
      (last, entry) => (!last || entry.at >= last.at ? entry : last),
      null,
    ) ?? null

/** [RD11] Whose a round is: of whom it was handed to, else of whom the plan means, and of walkers. */
export const isRoundOf = (round: Round | null, staff: StaffId, isPlanned: boolean): boolean => {
  const last = handOverOf(round)
  const isWalker = round?.walkers.includes(staff) ?? false
  if (!last) return isPlanned || isWalker
  return last.to === staff || (isWalker && last.by !== staff)
}

/** Looks of a round that somebody may want to ask about. */
export const doubtfulStops = (stops: readonly StopProgress[]): readonly StopProgress[] =>
  stops.filter(({ visit }) => (visit?.doubts?.length ?? 0) > 0)
