import * as v from 'valibot'
import { calendarDaySchema } from './calendar-day'
import { checkpointIdSchema } from './checkpoint'
import { communityIdSchema } from './community'
import { formVersionIdSchema } from './form/form'
import { staffIdSchema } from './id'
import type { Immutable } from './immutable'
import { instantSchema } from './instant'
import { patrolPlanIdSchema } from './patrol-plan'
import { applied, malformed, noted, type ActContext, type RecordKind } from './record-kind'
import { roundId, roundIdSchema, type RoundId } from './round-id'
import { routeIdSchema } from './route'
import { communityScope } from './scope'
import { lineSchema } from './text'
import { entryBase, entryOf, isInThread } from './thread'

/** A stop as it was when the round began: a later change of route or checklist does not reach it. */
export const stopSchema = v.object({ checkpoint: checkpointIdSchema, form: formVersionIdSchema })

export const ROUND_STATUSES = ['underway', 'finished', 'endedEarly'] as const
export type RoundStatus = (typeof ROUND_STATUSES)[number]

const reason = lineSchema(300)

export const roundEntrySchema = v.variant('kind', [
  v.object({ ...entryBase, kind: v.literal('started') }),
  v.object({ ...entryBase, kind: v.literal('joined') }),
  v.object({ ...entryBase, kind: v.literal('skipped'), checkpoint: checkpointIdSchema, reason }),
  v.object({ ...entryBase, kind: v.literal('finished') }),
  v.object({ ...entryBase, kind: v.literal('endedEarly'), reason }),
  v.object({
    ...entryBase,
    kind: v.literal('late'),
    step: v.picklist(['finish', 'endEarly']),
    reason: v.optional(reason),
  }),
])

export type RoundEntry = Immutable<v.InferOutput<typeof roundEntrySchema>>

const plan = {
  community: communityIdSchema,
  plan: patrolPlanIdSchema,
  day: calendarDaySchema,
  slot: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)),
  route: routeIdSchema,
  name: lineSchema(80),
  order: v.picklist(['fixed', 'any']),
  opensAt: instantSchema,
  closesAt: instantSchema,
  stops: v.pipe(v.array(stopSchema), v.minLength(1), v.maxLength(120)),
}

/** One walk of a route (一轮). What was found at each stop is a CheckpointVisit of its own. */
export const roundSchema = v.object({
  id: roundIdSchema,
  ...plan,
  status: v.picklist(ROUND_STATUSES),
  walkers: v.pipe(v.array(staffIdSchema), v.minLength(1)),
  startedAt: instantSchema,
  endedAt: v.nullable(instantSchema),
  thread: v.array(roundEntrySchema),
})

export type Round = Immutable<v.InferOutput<typeof roundSchema>>

const from = v.picklist(ROUND_STATUSES)

const acts = {
  start: v.object({ act: v.literal('start'), ...plan }),
  skip: v.object({ act: v.literal('skip'), checkpoint: checkpointIdSchema, reason }),
  finish: v.object({ act: v.literal('finish'), from }),
  endEarly: v.object({ act: v.literal('endEarly'), from, reason }),
}

type StartRound = Immutable<v.InferOutput<typeof acts.start>>
type SkipStop = Immutable<v.InferOutput<typeof acts.skip>>
type EndRound = Immutable<v.InferOutput<typeof acts.finish> | v.InferOutput<typeof acts.endEarly>>
export type RoundAct = StartRound | SkipStop | EndRound

const startRound = (act: StartRound, context: ActContext): Round => {
  const { act: _, ...planned } = act
  return {
    id: context.record as RoundId,
    ...planned,
    status: 'underway',
    walkers: [context.by],
    startedAt: context.at,
    endedAt: null,
    thread: [{ ...entryOf(context), kind: 'started' }],
  }
}

/** [RD2] A round begun twice is one round with two walkers. */
const joinRound = (round: Round, context: ActContext): Round => ({
  ...round,
  walkers: round.walkers.includes(context.by) ? round.walkers : [...round.walkers, context.by],
  startedAt: Math.min(round.startedAt, context.at),
  thread: [...round.thread, { ...entryOf(context), kind: 'joined' }],
})

const skipStop = (round: Round, act: SkipStop, context: ActContext): Round => ({
  ...round,
  thread: [
    ...round.thread,
    { ...entryOf(context), kind: 'skipped', checkpoint: act.checkpoint, reason: act.reason },
  ],
})

const endRound = (round: Round, act: EndRound, context: ActContext) => {
  const why = act.act === 'endEarly' ? { reason: act.reason } : {}
  if (round.status !== 'underway') {
    if (act.from === round.status) return malformed
    const late: RoundEntry = { ...entryOf(context), kind: 'late', step: act.act, ...why }
    return noted({ ...round, thread: [...round.thread, late] }, 'came-too-late')
  }
  if (act.from !== 'underway') return malformed
  const entry: RoundEntry =
    act.act === 'finish'
      ? { ...entryOf(context), kind: 'finished' }
      : { ...entryOf(context), kind: 'endedEarly', reason: act.reason }
  return applied<Round>({
    ...round,
    status: act.act === 'finish' ? 'finished' : 'endedEarly',
    endedAt: context.at,
    thread: [...round.thread, entry],
  })
}

const isSound = (act: StartRound, context: ActContext): boolean =>
  act.closesAt > act.opensAt &&
  roundId(act.plan, act.day, act.slot, context.nameId) === context.record

export const roundKind: RecordKind<Round, RoundAct> = {
  kind: 'Round',
  record: roundSchema,
  acts,
  creates: ['start'],
  apply: (round, act, context) => {
    if (act.act === 'start' && !isSound(act, context)) return malformed
    if (!round) return act.act === 'start' ? applied(startRound(act, context)) : malformed
    if (isInThread(round.thread, context)) return applied(round)
    switch (act.act) {
      case 'start':
        return applied(joinRound(round, context))
      case 'skip':
        return applied(skipStop(round, act, context))
      case 'finish':
      case 'endEarly':
        return endRound(round, act, context)
    }
  },
  scopeOf: (round) => communityScope(round.community),
  settledAt: (round) => round.endedAt ?? round.closesAt,
  about: (round) => [round.plan, round.route, ...round.stops.map((stop) => stop.checkpoint)],
  photosOf: () => [],
}
