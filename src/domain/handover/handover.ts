import * as v from 'valibot'
import { communityIdSchema } from '../community'
import { idSchema, staffIdSchema } from '../id'
import type { Immutable } from '../immutable'
import { instantSchema } from '../instant'
import { placeIdSchema } from '../place'
import { roleSchema } from '../role'
import { roundIdSchema } from '../round-id'
import { signatureSchema } from '../signature'
import { lineSchema, reasonSchema, wordsSchema } from '../text'
import { entryBase } from '../thread'

export const handoverIdSchema = idSchema('HandoverId')
export type HandoverId = v.InferOutput<typeof handoverIdSchema>

/** Together they fit one change, whatever is written. */
export const HANDOVER_LIMITS = {
  ...{ items: 60, homes: 40, tickets: 80, rounds: 20 },
  ...{ words: 120, name: 40 },
} as const

const words = v.pipe(v.string(), v.maxLength(HANDOVER_LIMITS.words))
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9_999))
const listOf = <Line extends v.GenericSchema>(most: number, line: Line) =>
  v.pipe(v.array(line), v.maxLength(most))

/** 钥匙 · 对讲机 · 借用的东西 */
export const ITEM_SORTS = ['key', 'radio', 'loan', 'other'] as const

/**
 * [HO2] What passes from hand to hand. The community reads it: places by id and words about the work,
 * never who lives there.
 */
export const handoverFields = {
  items: listOf(
    HANDOVER_LIMITS.items,
    v.object({ sort: v.picklist(ITEM_SORTS), name: lineSchema(HANDOVER_LIMITS.name), count }),
  ),
  /** Renovators still inside: in which home, how many, until when. */
  renovators: listOf(HANDOVER_LIMITS.homes, v.object({ place: placeIdSchema, count, words })),
  /** Homes not to disturb. */
  quiet: listOf(HANDOVER_LIMITS.homes, v.object({ place: placeIdSchema, words })),
  tickets: listOf(HANDOVER_LIMITS.tickets, v.object({ ticket: idSchema('TicketId'), words })),
  rounds: listOf(
    HANDOVER_LIMITS.rounds,
    v.object({ round: roundIdSchema, name: lineSchema(120), words }),
  ),
  words: wordsSchema,
}

/** To somebody by name, or to whoever comes to a post, as the post was called then. */
const receiverSchema = v.variant('by', [
  v.object({ by: v.literal('person'), staff: staffIdSchema }),
  v.object({
    by: v.literal('post'),
    post: lineSchema(40),
    roles: v.pipe(v.array(roleSchema), v.maxLength(9)),
  }),
])
export type Receiver = Immutable<v.InferOutput<typeof receiverSchema>>

/** What was counted otherwise than it was handed over, or is not as it was said. */
const differenceSchema = v.object({
  what: lineSchema(HANDOVER_LIMITS.name),
  told: v.nullable(count),
  found: v.nullable(count),
  words,
})
export type Difference = Immutable<v.InferOutput<typeof differenceSchema>>

const taking = {
  /** Who takes it, whoever's phone it is signed on. */
  taker: staffIdSchema,
  signature: signatureSchema,
  differences: listOf(HANDOVER_LIMITS.items, differenceSchema),
  words: wordsSchema,
}

export const HANDOVER_STATUSES = ['waiting', 'taken', 'withdrawn'] as const

const base = {
  id: handoverIdSchema,
  community: communityIdSchema,
  giver: staffIdSchema,
  givenAt: instantSchema,
  to: receiverSchema,
  signature: signatureSchema,
  ...handoverFields,
  thread: v.array(
    v.variant('kind', [
      v.object({ ...entryBase, kind: v.literal('given') }),
      v.object({
        ...entryBase,
        kind: v.literal('taken'),
        taker: staffIdSchema,
        words: wordsSchema,
      }),
      v.object({ ...entryBase, kind: v.literal('withdrawn'), words: wordsSchema }),
      v.object({ ...entryBase, kind: v.literal('said'), words: wordsSchema }),
      /** A step that came too late, or without its proof, kept as what it was. */
      v.object({
        ...{ ...entryBase, kind: v.literal('late'), step: v.picklist(['take', 'withdraw']) },
        words: wordsSchema,
        taker: v.optional(staffIdSchema),
        differences: v.optional(taking.differences),
      }),
    ]),
  ),
}

/** Work passed to whoever comes next (交接班), signed by both. */
export const handoverSchema = v.variant('status', [
  v.object({ ...base, status: v.literal('waiting') }),
  v.object({
    ...{ ...base, status: v.literal('taken'), takenAt: instantSchema },
    taking: v.object(taking),
  }),
  v.object({ ...base, status: v.literal('withdrawn'), withdrawnAt: instantSchema }),
])
export type ShiftHandover = Immutable<v.InferOutput<typeof handoverSchema>>

const from = v.picklist(HANDOVER_STATUSES)

export const handoverActs = {
  give: v.object({
    ...{ act: v.literal('give'), community: communityIdSchema, to: receiverSchema },
    signature: signatureSchema,
    ...handoverFields,
  }),
  take: v.object({ act: v.literal('take'), from, ...taking }),
  /** Given by mistake: it waits for nobody any more. */
  withdraw: v.object({ act: v.literal('withdraw'), from, words: reasonSchema }),
  say: v.object({ act: v.literal('say'), words: reasonSchema }),
}
export type HandoverAct = Immutable<
  {
    [Name in keyof typeof handoverActs]: v.InferOutput<(typeof handoverActs)[Name]>
  }[keyof typeof handoverActs]
>
