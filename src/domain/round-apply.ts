import { applied, malformed, noted, type ActContext, type RecordKind } from './record-kind'
import { roundSchema, type Round, type RoundEntry } from './round'
import {
  roundActs,
  type EndRound,
  type HandOverRound,
  type RoundAct,
  type StartRound,
} from './round-act'
import { roundId, type RoundId } from './round-id'
import { checksScope, communityScope, ownScope, type Scope } from './scope'
import { entryOf, isInThread } from './thread'

const withEntry = (round: Round, entry: RoundEntry): Round => ({
  ...round,
  thread: [...round.thread, entry],
})

const notBegun = (act: StartRound | HandOverRound, context: ActContext): Round => {
  const { community, plan, day, slot, route, name, order, opensAt, closesAt, stops, spacing } = act
  const { nightCheck } = act
  return {
    id: context.record as RoundId,
    ...{ community, plan, day, slot, route, name, order, opensAt, closesAt, stops },
    ...(spacing ? { spacing } : {}),
    ...(nightCheck ? { nightCheck } : {}),
    ...{ status: 'notBegun', walkers: [], startedAt: null, endedAt: null, thread: [] },
  }
}

/** [RD2] A round begun twice is one round with two walkers, begun at the earlier time. */
const startRound = (round: Round, act: StartRound, context: ActContext): Round => {
  const { by, at } = context
  const why = act.why === undefined ? {} : { why: act.why }
  const kind = round.status === 'notBegun' ? 'started' : 'joined'
  return {
    ...withEntry(round, { ...entryOf(context), kind, ...why }),
    status: round.status === 'notBegun' ? 'underway' : round.status,
    walkers: round.walkers.includes(by) ? round.walkers : [...round.walkers, by],
    startedAt: Math.min(round.startedAt ?? at, at),
  }
}

/** [RD11] Handed over after its end, it stays in the thread as a late step. */
const handOver = (round: Round, { to, reason }: HandOverRound, context: ActContext) =>
  round.endedAt === null
    ? applied(withEntry(round, { ...entryOf(context), kind: 'handedOver', to, reason }))
    : noted(
        withEntry(round, { ...entryOf(context), kind: 'late', step: 'handOver', reason }),
        'came-too-late',
      )

/** [RD3] Of two ends the first stands; of two that finished it the earlier instant is the end. */
const endAgain = (round: Round, act: EndRound, context: ActContext) => {
  const why = act.act === 'endEarly' ? { reason: act.reason } : {}
  const late = withEntry(round, { ...entryOf(context), kind: 'late', step: act.act, ...why })
  const isBoth = round.status === 'finished' && act.act === 'finish'
  const endedAt = isBoth ? Math.min(round.endedAt ?? context.at, context.at) : round.endedAt
  return noted<Round>({ ...late, endedAt }, 'came-too-late')
}

const endRound = (round: Round, act: EndRound, context: ActContext) => {
  if (round.status !== 'underway')
    return act.from === round.status ? malformed : endAgain(round, act, context)
  if (act.from !== 'underway') return malformed
  const entry: RoundEntry =
    act.act === 'finish'
      ? { ...entryOf(context), kind: 'finished' }
      : { ...entryOf(context), kind: 'endedEarly', reason: act.reason }
  return applied<Round>({
    ...withEntry(round, entry),
    status: act.act === 'finish' ? 'finished' : 'endedEarly',
    endedAt: context.at,
  })
}

/** [NC2] A night check is its checker's own until it is over, then the supervisors'. */
const roundScope = ({ nightCheck, community, endedAt }: Round): Scope => {
  if (!nightCheck) return communityScope(community)
  return endedAt === null ? ownScope(nightCheck.checker) : checksScope(community)
}

const isSound = (act: StartRound | HandOverRound, context: ActContext): boolean =>
  act.closesAt > act.opensAt &&
  roundId(act.plan, act.day, act.slot, context.nameId) === context.record

export const roundKind: RecordKind<Round, RoundAct> = {
  kind: 'Round',
  record: roundSchema,
  acts: roundActs,
  creates: ['start', 'handOver'],
  apply: (held, act, context) => {
    const isCreating = act.act === 'start' || act.act === 'handOver'
    if (isCreating && !isSound(act, context)) return malformed
    const round = held ?? (isCreating ? notBegun(act, context) : null)
    if (!round) return malformed
    if (isInThread(round.thread, context)) return applied(round)
    if (round.nightCheck && act.act === 'handOver') return malformed
    switch (act.act) {
      case 'start':
        return applied(startRound(round, act, context))
      case 'handOver':
        return handOver(round, act, context)
      case 'skip': {
        const { checkpoint, reason } = act
        return applied(
          withEntry(round, { ...entryOf(context), kind: 'skipped', checkpoint, reason }),
        )
      }
      case 'finishPart':
        return applied(withEntry(round, { ...entryOf(context), kind: 'partFinished' }))
      case 'finish':
      case 'endEarly':
        return endRound(round, act, context)
    }
  },
  scopeOf: roundScope,
  settledAt: (round) => round.endedAt ?? round.closesAt,
  about: (round) => [round.plan, round.route, ...round.stops.map((stop) => stop.checkpoint)],
  photosOf: () => [],
}
