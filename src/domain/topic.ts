import * as v from 'valibot'
import type { Immutable } from './immutable'
import { roleSchema } from './role'
import { lineSchema } from './text'

/** [IN4] A sort of complaint as a community has it (投诉类型): its own, or one of the seven changed. */
export const topicSchema = v.object({
  id: lineSchema(40),
  name: lineSchema(20),
  /** Who usually deals with it. */
  role: roleSchema,
  /** By when it is answered, where that is sooner than other complaints; null where it is not. */
  hours: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(24 * 60))),
  questions: v.pipe(v.array(lineSchema(80)), v.maxLength(12)),
  phrases: v.pipe(v.array(lineSchema(120)), v.maxLength(12)),
})
export type Topic = Immutable<v.InferOutput<typeof topicSchema>>
