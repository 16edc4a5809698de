import * as v from 'valibot'
import { changeIdSchema } from '../domain/id'
import type { Immutable } from '../domain/immutable'
import { instantSchema } from '../domain/instant'

export const REFUSALS = ['malformed', 'forbidden', 'unknown-kind', 'too-large', 'group'] as const
export type Refusal = (typeof REFUSALS)[number]

/** What makes an accepted act worth a second look; it never refuses it. */
export const MARKS = ['clock-offset', 'before-registration', 'after-revocation'] as const
export type Mark = (typeof MARKS)[number]

/** Why an act on a record that was erased is noted: it comes too late for good, nothing of it is kept. */
export const ERASED = 'erased'

const number = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

const settled = {
  id: changeIdSchema,
  version: number,
  revision: number,
  effectiveAt: instantSchema,
  marks: v.optional(v.array(v.picklist(MARKS))),
}

export const outcomeSchema = v.variant('outcome', [
  v.object({ ...settled, outcome: v.literal('accepted') }),
  v.object({ ...settled, outcome: v.literal('noted'), why: v.string() }),
  v.object({ id: changeIdSchema, outcome: v.literal('parked') }),
  v.object({
    id: changeIdSchema,
    outcome: v.literal('refused'),
    kind: v.picklist(REFUSALS),
    cause: v.optional(changeIdSchema),
  }),
])

export type Outcome = Immutable<v.InferOutput<typeof outcomeSchema>>
