import * as v from 'valibot'
import { calendarDaySchema } from '../calendar-day'
import { idSchema } from '../id'
import type { Immutable } from '../immutable'
import { photosSchema } from '../photo'
import { signatureSchema } from '../signature'
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

/** How many options one question offers at most. */
export const MOST_OPTIONS = 24

const chosenSchema = v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(MOST_OPTIONS))

/**
 * An item's answer. `value` is a verdict, a number, an option's id, several of them, a day or text; null
 * with photos, sounds or a signature alone.
 */
export const answerSchema = v.object({
  item: v.pipe(v.string(), v.maxLength(40)),
  value: v.nullable(
    v.union([v.pipe(v.number(), v.finite()), v.pipe(v.string(), v.maxLength(4_000)), chosenSchema]),
  ),
  /** The day a date was written down; an expiry is judged by it, whenever it is read. */
  givenOn: v.optional(calendarDaySchema),
  /** [FO13] Taken over from the last look with one tap (同上次), and not changed since. */
  sameAsLast: v.optional(v.literal(true)),
  words: v.optional(wordsSchema),
  photos: v.optional(photosSchema),
  sounds: v.optional(soundsSchema),
  signature: v.optional(signatureSchema),
  remedy: v.optional(remedySchema),
})

export type Answer = Immutable<v.InferOutput<typeof answerSchema>>

export const answersSchema = v.pipe(v.array(answerSchema), v.maxLength(200))
