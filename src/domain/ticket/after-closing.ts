import * as v from 'valibot'
import { idSchema } from '../id'
import type { Immutable } from '../immutable'
import { reasonSchema, wordsSchema } from '../text'

/** 做成检查项 · 盯着这个地方 · 不用 */
export const WATCHES = ['checklist', 'place', 'none'] as const

/** Why it came about, and what is done so that it does not again (原因、教训). */
export const learntSchema = v.object({
  ...{ cause: reasonSchema, lesson: reasonSchema },
  watch: v.picklist(WATCHES),
})

export const SOLVED = ['yes', 'partly', 'no'] as const
export const MOST_STARS = 5

/** What an owner says some days later (回访); null where nobody was reached. */
export const followUpFields = {
  channel: v.picklist(['phone', 'door', 'message']),
  answer: v.nullable(
    v.object({
      solved: v.picklist(SOLVED),
      score: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_STARS)),
    }),
  ),
  words: wordsSchema,
}

/** A clause as it read when it was named. */
export const clauseRefSchema = v.object({
  id: idSchema('ClauseId'),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
})

export type ClauseRef = Immutable<v.InferOutput<typeof clauseRefSchema>>
