import * as v from 'valibot'
import { idSchema } from '../id'
import type { Immutable } from '../immutable'
import { photosSchema } from '../photo'
import { soundsSchema } from '../sound'
import { wordsSchema } from '../text'

export const VERDICTS = ['normal', 'abnormal', 'notApplicable'] as const
export type Verdict = (typeof VERDICTS)[number]

/** What is done about a failed item: 现场已修 · 转工单 · 下轮再看. */
export const remedySchema = v.variant('kind', [
  v.object({ kind: v.literal('fixed'), after: photosSchema, ticket: idSchema('TicketId') }),
  v.object({ kind: v.literal('ticket'), ticket: idSchema('TicketId') }),
  v.object({ kind: v.literal('lookAgain') }),
])

export type Remedy = Immutable<v.InferOutput<typeof remedySchema>>

/** An item's answer. `value` is a verdict, a number, an option's id or text; null with photos alone. */
export const answerSchema = v.object({
  item: v.pipe(v.string(), v.maxLength(40)),
  value: v.nullable(
    v.union([v.pipe(v.number(), v.finite()), v.pipe(v.string(), v.maxLength(4_000))]),
  ),
  words: v.optional(wordsSchema),
  photos: v.optional(photosSchema),
  sounds: v.optional(soundsSchema),
  remedy: v.optional(remedySchema),
})

export type Answer = Immutable<v.InferOutput<typeof answerSchema>>

export const answersSchema = v.pipe(v.array(answerSchema), v.maxLength(200))
