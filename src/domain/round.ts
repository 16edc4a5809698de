import * as v from 'valibot'
import { calendarDaySchema } from './calendar-day'
import { checkpointIdSchema } from './checkpoint'
import { communityIdSchema } from './community'
import { formVersionIdSchema } from './form/form'
import { staffIdSchema } from './id'
import type { Immutable } from './immutable'
import { instantSchema } from './instant'
import { patrolPlanIdSchema } from './patrol-plan'
import { roundIdSchema } from './round-id'
import { routeIdSchema } from './route'
import { lineSchema } from './text'
import { entryBase } from './thread'
import { windowSchema } from './visit-doubt'

/** A stop as it was when the round began: a later change of route or checklist does not reach it. */
export const stopSchema = v.object({
  checkpoint: checkpointIdSchema,
  form: formVersionIdSchema,
  /** When it was to be looked at, where the plan says. */
  window: v.optional(windowSchema),
})

/** 未开始 (handed over before anybody began) · 进行中 · 已完成 · 提前结束. */
export const ROUND_STATUSES = ['notBegun', 'underway', 'finished', 'endedEarly'] as const
export type RoundStatus = (typeof ROUND_STATUSES)[number]

/** Why something was done, in a person's words. */
export const roundReasonSchema = lineSchema(300)
const reason = roundReasonSchema
const why = v.optional(reason)

export const roundEntrySchema = v.variant('kind', [
  v.object({ ...entryBase, kind: v.literal('started'), why }),
  v.object({ ...entryBase, kind: v.literal('joined'), why }),
  v.object({ ...entryBase, kind: v.literal('skipped'), checkpoint: checkpointIdSchema, reason }),
  v.object({ ...entryBase, kind: v.literal('handedOver'), to: staffIdSchema, reason }),
  v.object({ ...entryBase, kind: v.literal('partFinished') }),
  v.object({ ...entryBase, kind: v.literal('finished') }),
  v.object({ ...entryBase, kind: v.literal('endedEarly'), reason }),
  v.object({
    ...entryBase,
    kind: v.literal('late'),
    step: v.picklist(['finish', 'endEarly', 'handOver']),
    reason: v.optional(reason),
  }),
])

export type RoundEntry = Immutable<v.InferOutput<typeof roundEntrySchema>>

/** What the plan asks of a round, as it was when the round came into being. */
export const roundPlan = {
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
  /** A night check: its checker's own until it is over, then the supervisors'. */
  nightCheck: v.optional(v.object({ checker: staffIdSchema })),
  /** When the plan's round before was over, and how many minutes should lie between. */
  spacing: v.optional(v.object({ least: v.pipe(v.number(), v.integer()), lastAt: instantSchema })),
}

/** One walk of a route (一轮). What was found at each stop is a CheckpointVisit of its own. */
export const roundSchema = v.object({
  id: roundIdSchema,
  ...roundPlan,
  status: v.picklist(ROUND_STATUSES),
  walkers: v.array(staffIdSchema),
  /** Null while nobody has begun it. */
  startedAt: v.nullable(instantSchema),
  endedAt: v.nullable(instantSchema),
  thread: v.array(roundEntrySchema),
})

export type Round = Immutable<v.InferOutput<typeof roundSchema>>
