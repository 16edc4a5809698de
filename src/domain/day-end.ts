import * as v from 'valibot'
import type { Immutable } from './immutable'
import { roleSchema } from './role'
import { lineSchema } from './text'

/** A post things are handed to (岗位): whoever of these roles stands there takes them. */
const postSchema = v.object({
  name: lineSchema(40),
  roles: v.pipe(v.array(roleSchema), v.maxLength(9)),
})
export type Post = Immutable<v.InferOutput<typeof postSchema>>

/** [WU5] What a community says of the end of its day. */
export const dayEndSchema = v.object({
  /** Minutes after midnight from when the wrap-up is asked for. */
  wrapUpFrom: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_439)),
  posts: v.pipe(v.array(postSchema), v.maxLength(40)),
})
export type DayEnd = Immutable<v.InferOutput<typeof dayEndSchema>>
