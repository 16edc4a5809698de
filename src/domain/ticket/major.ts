import * as v from 'valibot'
import { staffIdSchema } from '../id'
import { instantSchema } from '../instant'
import { lineSchema } from '../text'

/** [MJ2] Why it is major (重大), to whom it was handed, and since when they know. */
export const majorSchema = v.object({
  reason: lineSchema(60),
  leader: v.nullable(staffIdSchema),
  /** Who stands in for the leader (代理); absent where nobody does. */
  substitute: v.optional(staffIdSchema),
  raisedAt: instantSchema,
  heededAt: v.nullable(instantSchema),
})
