import type { CheckpointId } from './checkpoint'
import type { CheckpointVisit } from './checkpoint-visit'
import { HOUR, MINUTE, type Instant } from './instant'
import type { Round } from './round'
import type { RoundDue } from './round-due'

export type StopState = 'open' | 'normal' | 'abnormal' | 'skipped'

export interface StopProgress {
  readonly checkpoint: CheckpointId
  readonly state: StopState
  readonly visit: CheckpointVisit | null
}

const latestOf = (visits: readonly CheckpointVisit[]): CheckpointVisit | null =>
  visits.reduce<CheckpointVisit | null>(
    (latest, visit) => (!latest || visit.visitedAt >= latest.visitedAt ? visit : latest),
    null,
  )

/** [RD4] Where each stop of a round stands: its latest visit that is not void, else a skip. */
export const stopsOf = (
  round: Round,
  visits: readonly CheckpointVisit[],
): readonly StopProgress[] =>
  round.stops.map(({ checkpoint }) => {
    const visit = latestOf(
      visits.filter((each) => each.checkpoint === checkpoint && each.voided === null),
    )
    if (visit) return { checkpoint, visit, state: visit.abnormal > 0 ? 'abnormal' : 'normal' }
    const skipped = round.thread.some(
      (entry) => entry.kind === 'skipped' && entry.checkpoint === checkpoint,
    )
    return { checkpoint, visit: null, state: skipped ? 'skipped' : 'open' }
  })

/** Why a stop was passed over, as last said; empty when nobody did. */
export const skipReasonOf = (round: Round | null, checkpoint: CheckpointId): string => {
  const skip = round?.thread
    .filter((entry) => entry.kind === 'skipped' && entry.checkpoint === checkpoint)
    .at(-1)
  return skip?.kind === 'skipped' ? skip.reason : ''
}

export const isEveryStopSettled = (stops: readonly StopProgress[]): boolean =>
  stops.every((stop) => stop.state !== 'open')

export type RoundJudgement =
  'not-open' | 'due' | 'overdue' | 'underway' | 'done' | 'late' | 'madeUp' | 'endedEarly' | 'missed'

/** After this long past its window a round nobody began is missed rather than overdue. */
const MISSED_AFTER = 2 * HOUR

const EARLIEST_BEFORE = 30 * MINUTE

/** [RD5] Judged by when people acted, never by when it was uploaded. */
export const judgeRound = (
  due: Pick<RoundDue, 'opensAt' | 'closesAt'>,
  round: Round | null,
  now: Instant,
): RoundJudgement => {
  if (!round) {
    if (now < due.opensAt) return 'not-open'
    if (now <= due.closesAt) return 'due'
    return now <= due.closesAt + MISSED_AFTER ? 'overdue' : 'missed'
  }
  switch (round.status) {
    case 'underway':
      return now <= round.closesAt ? 'underway' : 'overdue'
    case 'endedEarly':
      return 'endedEarly'
    case 'finished':
      if (round.startedAt > round.closesAt) return 'madeUp'
      return (round.endedAt ?? 0) <= round.closesAt ? 'done' : 'late'
  }
}

/** [RD6] Half an hour before its window a round may be begun; after it, as a make-up round (补检). */
export const mayBegin = (due: Pick<RoundDue, 'opensAt'>, now: Instant): boolean =>
  now >= due.opensAt - EARLIEST_BEFORE
