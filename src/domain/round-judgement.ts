import { HOUR, MINUTE, type Instant } from './instant'
import type { Round } from './round'
import type { RoundDue } from './round-due'
import { hasFinishedPart, isEveryStopSettled, type StopProgress } from './round-progress'

export type RoundJudgement =
  | 'not-open'
  | 'due'
  | 'overdue'
  | 'underway'
  | 'done'
  | 'late'
  | 'madeUp'
  | 'endedEarly'
  | 'missed'
  | 'unclear'

/** After this long past its window a round nobody began is missed rather than overdue. */
const MISSED_AFTER = 2 * HOUR

const EARLIEST_BEFORE = 30 * MINUTE

/** [RD12] Walked in parts: each walker said their part is done, and together no stop is left. */
const isWalkedInParts = (round: Round, stops: readonly StopProgress[]): boolean =>
  round.walkers.length > 0 &&
  stops.length > 0 &&
  isEveryStopSettled(stops) &&
  round.walkers.every((walker) => hasFinishedPart(round, walker))

/** When the walk was over: finished by somebody, or the last stop of the last part. */
export const roundEndOf = (round: Round, stops: readonly StopProgress[]): Instant | null => {
  if (round.endedAt !== null) return round.endedAt
  if (!isWalkedInParts(round, stops)) return null
  return Math.max(...stops.map(({ settledAt }) => settledAt ?? 0))
}

const judgeUnbegun = (due: Pick<RoundDue, 'opensAt' | 'closesAt'>, now: Instant) => {
  if (now < due.opensAt) return 'not-open'
  if (now <= due.closesAt) return 'due'
  return now <= due.closesAt + MISSED_AFTER ? 'overdue' : 'missed'
}

/** [RD13] An end before its beginning: somebody's clock was wrong, and nothing is claimed. */
const judgeWalked = ({ closesAt }: Round, startedAt: Instant, end: Instant): RoundJudgement => {
  if (end < startedAt) return 'unclear'
  if (startedAt > closesAt) return 'madeUp'
  return end <= closesAt ? 'done' : 'late'
}

/** [RD5] Judged by when people acted, never by when it was uploaded. */
export const judgeRound = (
  due: Pick<RoundDue, 'opensAt' | 'closesAt'>,
  round: Round | null,
  now: Instant,
  stops: readonly StopProgress[] = [],
): RoundJudgement => {
  const startedAt = round?.startedAt ?? null
  if (!round || startedAt === null) return judgeUnbegun(due, now)
  if (round.status === 'endedEarly') return 'endedEarly'
  const end = roundEndOf(round, stops)
  if (end !== null) return judgeWalked(round, startedAt, end)
  return now <= round.closesAt ? 'underway' : 'overdue'
}

/** [RD6] Half an hour before its window a round may be begun; after it, as a make-up round (补检). */
export const mayBegin = (due: Pick<RoundDue, 'opensAt'>, now: Instant): boolean =>
  now >= due.opensAt - EARLIEST_BEFORE

/** [RD10] Begun now it would be a make-up round, and is asked why. */
export const isMakeUp = (due: Pick<RoundDue, 'closesAt'>, round: Round | null, now: Instant) =>
  (round?.startedAt ?? null) === null && now > due.closesAt

/** [PA8] How soon after the plan's round before it was begun, in minutes, where that was too soon. */
export const tooSoonAfter = (round: Round | null): number | null => {
  if (!round?.spacing || round.startedAt === null) return null
  const { least, lastAt } = round.spacing
  const since = round.startedAt - lastAt
  return since >= 0 && since < least * MINUTE ? Math.floor(since / MINUTE) : null
}
