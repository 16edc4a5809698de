import * as v from 'valibot'
import { calendarDaySchema } from './calendar-day'
import { checkpointIdSchema } from './checkpoint'
import { communityIdSchema } from './community'
import { idSchema, staffIdSchema } from './id'
import type { Immutable } from './immutable'
import { applied, malformed, type RecordKind } from './record-kind'
import { roleSchema } from './role'
import { routeIdSchema } from './route'
import { communityScope, ownScope } from './scope'
import { lineSchema } from './text'

export const patrolPlanIdSchema = idSchema('PatrolPlanId')
export type PatrolPlanId = v.InferOutput<typeof patrolPlanIdSchema>

const minutes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2_880))

/** A time of day at which the route is walked. Its key is permanent; its place in the list is not. */
export const slotSchema = v.object({
  key: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)),
  name: lineSchema(40),
  /** Minutes after local midnight; `closes` may pass 1440 for a round that ends tomorrow. */
  opens: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_439)),
  closes: minutes,
})

export type Slot = Immutable<v.InferOutput<typeof slotSchema>>

/**
 * When a stop is to be looked at: minutes after the round opens, or after local midnight of its day
 * (which may pass 1440). A look at another time is marked, never refused.
 */
export const stopWindowSchema = v.object({
  checkpoint: checkpointIdSchema,
  by: v.picklist(['opening', 'clock']),
  from: minutes,
  until: minutes,
})

export type StopWindow = Immutable<v.InferOutput<typeof stopWindowSchema>>

const MOST_DATES = 31
const MOST_DAYS_APART = 366

/**
 * [PA9] A rhythm other than by weekdays: dates of the month, where one a month has not is its last day;
 * or every so many days, counted from the plan's first.
 */
export const rhythmSchema = v.variant('by', [
  v.object({
    by: v.literal('dates'),
    dates: v.pipe(
      v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_DATES))),
      v.minLength(1),
      v.maxLength(MOST_DATES),
    ),
  }),
  v.object({
    by: v.literal('days'),
    every: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(MOST_DAYS_APART)),
  }),
])

/** When a route is to be walked, how often, and by whom (巡查计划). */
export const patrolPlanSchema = v.object({
  id: patrolPlanIdSchema,
  community: communityIdSchema,
  name: lineSchema(60),
  route: routeIdSchema,
  weekdays: v.pipe(
    v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))),
    v.minLength(1),
    v.maxLength(7),
  ),
  /** Where it is there, the weekdays do not count. */
  rhythm: v.optional(rhythmSchema),
  slots: v.pipe(v.array(slotSchema), v.minLength(1), v.maxLength(24)),
  /** Whoever has one of these roles sees it as theirs; named people narrow it further. */
  roles: v.pipe(v.array(roleSchema), v.minLength(1), v.maxLength(9)),
  walkers: v.nullable(v.pipe(v.array(staffIdSchema), v.maxLength(60))),
  from: calendarDaySchema,
  until: v.nullable(calendarDaySchema),
  windows: v.optional(v.pipe(v.array(stopWindowSchema), v.maxLength(120))),
  /** Minutes that should lie between two rounds of the plan, and between two looks at one stop. */
  /** A night check (夜查): nobody but its checker knows of it before it is over. */
  nightCheck: v.optional(v.object({ checker: staffIdSchema })),
  spacing: v.optional(v.object({ rounds: v.nullable(minutes), visits: v.nullable(minutes) })),
})

export type PatrolPlan = Immutable<v.InferOutput<typeof patrolPlanSchema>>

const acts = {
  plan: v.object({ act: v.literal('plan'), plan: patrolPlanSchema }),
  amend: v.object({ act: v.literal('amend'), plan: patrolPlanSchema }),
}

export type PatrolPlanAct = Immutable<
  v.InferOutput<typeof acts.plan> | v.InferOutput<typeof acts.amend>
>

const isSound = (plan: PatrolPlan) =>
  plan.slots.every((slot) => slot.closes > slot.opens) &&
  new Set(plan.slots.map((slot) => slot.key)).size === plan.slots.length &&
  (plan.windows ?? []).every((window) => window.until > window.from)

export const patrolPlanKind: RecordKind<PatrolPlan, PatrolPlanAct> = {
  kind: 'PatrolPlan',
  record: patrolPlanSchema,
  acts,
  creates: ['plan'],
  apply: (record, act, context) => {
    if (act.plan.id !== context.record || !isSound(act.plan)) return malformed
    if (act.act === 'plan' && record) return applied(record)
    return applied(act.plan)
  },
  scopeOf: ({ nightCheck, community }) =>
    nightCheck ? ownScope(nightCheck.checker) : communityScope(community),
  settledAt: () => null,
  about: (record) => [record.route],
  photosOf: () => [],
}
