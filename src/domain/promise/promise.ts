import * as v from 'valibot'
import { changeIdSchema, idSchema, staffIdSchema } from '../id'
import type { Immutable } from '../immutable'
import { instantSchema } from '../instant'
import { wordsSchema } from '../text'
import { entryBase } from '../thread'
import { promiseStepSchema } from './act'
import { promiseFields } from './told'

export const ownerPromiseIdSchema = idSchema('OwnerPromiseId')
export type OwnerPromiseId = v.InferOutput<typeof ownerPromiseIdSchema>

const words = wordsSchema
const entrySchema = v.variant('kind', [
  v.object({ ...entryBase, kind: v.literal('made') }),
  /** Asked for another time while there was some; `agreed` is the owner's answer. */
  v.object({
    ...{ ...entryBase, kind: v.literal('asked'), words },
    ...{ was: instantSchema, dueAt: instantSchema, agreed: v.boolean() },
  }),
  v.object({ ...entryBase, kind: v.picklist(['kept', 'broken', 'released', 'explained']), words }),
  v.object({ ...entryBase, kind: v.literal('handedOver'), to: staffIdSchema, words }),
  v.object({ ...entryBase, kind: v.literal('takenOver'), from: staffIdSchema }),
  v.object({ ...entryBase, kind: v.literal('turnedDown'), words }),
  v.object({ ...entryBase, kind: v.literal('undone'), undone: changeIdSchema }),
  /** What came too late, kept as what it was. */
  v.object({ ...entryBase, kind: v.literal('late'), deed: promiseStepSchema }),
])
export type PromiseEntry = Immutable<v.InferOutput<typeof entrySchema>>

const base = {
  id: ownerPromiseIdSchema,
  ...promiseFields,
  promisedBy: staffIdSchema,
  /** Whose it is to keep; it passes only by name and acceptance. */
  keeper: staffIdSchema,
  madeAt: instantSchema,
  thread: v.array(entrySchema),
}

const ENDED = ['kept', 'broken', 'released'] as const

/** “I will …” said to an owner (承诺). */
export const ownerPromiseSchema = v.variant('status', [
  /** `passingTo`: to whom it was handed over, who has not answered yet. */
  v.object({ ...base, status: v.literal('open'), passingTo: v.nullable(staffIdSchema) }),
  v.object({ ...base, status: v.picklist(ENDED), settledAt: instantSchema }),
])

export type OwnerPromise = Immutable<v.InferOutput<typeof ownerPromiseSchema>>
export type OpenPromise = Extract<OwnerPromise, { status: 'open' }>
