import * as v from 'valibot'
import { communityIdSchema } from '../community'
import { facilityIdSchema } from '../facility'
import { idSchema } from '../id'
import type { Immutable } from '../immutable'
import { instantSchema } from '../instant'
import { servesSchema } from '../serve/served'
import { lineSchema } from '../text'
import { entryBase } from '../thread'

export const interruptionIdSchema = idSchema('ServiceInterruptionId')
export type InterruptionId = v.InferOutput<typeof interruptionIdSchema>

/** What stops: 停水 · 停电 · 停梯 · 停气. */
export const STOPPED = ['water', 'power', 'lift', 'gas'] as const
export type Stopped = (typeof STOPPED)[number]

export const announced = {
  community: communityIdSchema,
  what: v.picklist(STOPPED),
  /** Known beforehand (计划), or it stopped by itself (突发). */
  kind: v.picklist(['planned', 'sudden']),
  /** [SI2] The machines that stop, and places said directly. */
  facilities: v.pipe(v.array(facilityIdSchema), v.maxLength(50)),
  places: servesSchema,
  reason: lineSchema(300),
  from: instantSchema,
  /** Until when, as far as anybody knows. */
  until: v.nullable(instantSchema),
}

/** What may be told: each word of it is told anew ([SI6]); one that came too late is kept as that. */
const entrySchema = v.object({
  ...entryBase,
  act: v.picklist(['announce', 'begin', 'prolong', 'restore', 'callOff']),
  late: v.boolean(),
  until: v.nullable(instantSchema),
  words: v.pipe(v.string(), v.maxLength(300)),
})
export type InterruptionEntry = Immutable<v.InferOutput<typeof entrySchema>>

const base = { id: interruptionIdSchema, ...announced, thread: v.array(entrySchema) }
const [beganAt, restoredAt] = [instantSchema, instantSchema]

/** [SI1] Something that homes need stops for a while (停水停电停梯); names nobody. */
export const interruptionSchema = v.variant('status', [
  v.object({ ...base, status: v.literal('planned') }),
  v.object({ ...base, status: v.literal('stopped'), beganAt }),
  v.object({ ...base, status: v.literal('restored'), beganAt, restoredAt }),
  v.object({ ...base, status: v.literal('calledOff') }),
])
export type ServiceInterruption = Immutable<v.InferOutput<typeof interruptionSchema>>

const words = v.pipe(v.string(), v.maxLength(300))
export const interruptionActs = {
  announce: v.object({ act: v.literal('announce'), ...announced }),
  begin: v.object({ act: v.literal('begin'), beganAt }),
  prolong: v.object({ act: v.literal('prolong'), until: instantSchema, words: lineSchema(300) }),
  restore: v.object({ act: v.literal('restore'), restoredAt, words }),
  callOff: v.object({ act: v.literal('callOff'), words: lineSchema(300) }),
}
export type InterruptionAct = Immutable<
  {
    [Name in keyof typeof interruptionActs]: v.InferOutput<(typeof interruptionActs)[Name]>
  }[keyof typeof interruptionActs]
>
