import * as v from 'valibot'
import { changeIdSchema, idSchema, staffIdSchema } from '../id'
import type { Immutable } from '../immutable'
import { instantSchema } from '../instant'
import { photosSchema } from '../photo'
import { soundsSchema } from '../sound'
import { lineSchema, reasonSchema, wordsSchema } from '../text'
import { entryBase } from '../thread'
import { clauseRefSchema, followUpFields, learntSchema } from './after-closing'

export const TELLING_CHANNELS = ['phone', 'door', 'message', 'letter'] as const

export const LATE_STEPS = [
  ...(['assign', 'accept', 'return', 'transfer', 'start', 'putOff'] as const),
  ...(['resolve', 'recheck', 'close', 'cancel', 'reopen'] as const),
  ...(['decline', 'join', 'separate', 'engage', 'release', 'undo'] as const),
  ...(['offerFirst', 'takeFirst', 'refuseFirst', 'addHelper', 'dropHelper'] as const),
  'confirmDecline',
] as const

/** 等配件 · 等业主 · 等外单位 · 等天气 · 等批准 */
export const PUT_OFF_REASONS = ['parts', 'owner', 'contractor', 'weather', 'approval'] as const

/** Why a ticket waits, and until when. */
export const putOffFields = { why: v.picklist(PUT_OFF_REASONS), until: instantSchema }

/** Who outside the company does what, and until when. */
export const outsideFields = { name: lineSchema(60), what: lineSchema(120), until: instantSchema }

/** 属实 · 部分属实 · 不属实 */
export const VERIFIED = ['so', 'partly', 'notSo'] as const

/** [IN8] What was found out, and what follows from it: when somebody works on it, and how. */
export const verifiedFields = {
  finding: v.picklist(VERIFIED),
  words: reasonSchema,
  way: wordsSchema,
  workAt: v.nullable(instantSchema),
  photos: photosSchema,
}

const clause = clauseRefSchema
const ticket = idSchema('TicketId')
const photos = photosSchema
const words = wordsSchema
const fieldValue = v.nullable(v.union([v.string(), v.number(), v.boolean()]))

/** One line of what happened to a ticket (经过). */
export const ticketEntrySchema = v.variant('kind', [
  v.object({ ...entryBase, kind: v.literal('received') }),
  v.object({ ...entryBase, kind: v.literal('edited'), fields: v.array(lineSchema(40)) }),
  v.object({ ...entryBase, kind: v.literal('assigned'), to: staffIdSchema, words }),
  v.object({ ...entryBase, kind: v.literal('accepted') }),
  v.object({ ...entryBase, kind: v.literal('firstOffered'), to: staffIdSchema, words }),
  v.object({ ...entryBase, kind: v.literal('firstTaken'), from: staffIdSchema }),
  v.object({ ...entryBase, kind: v.literal('firstRefused'), words }),
  v.object({ ...entryBase, kind: v.literal('helperAdded'), who: staffIdSchema }),
  v.object({ ...entryBase, kind: v.literal('helperDropped'), who: staffIdSchema }),
  v.object({ ...entryBase, kind: v.literal('returned'), words }),
  v.object({ ...entryBase, kind: v.literal('transferred'), to: staffIdSchema, words }),
  v.object({ ...entryBase, kind: v.literal('started'), words, photos }),
  v.object({ ...entryBase, kind: v.literal('putOff'), ...putOffFields, words }),
  v.object({ ...entryBase, kind: v.literal('resolved'), words, photos }),
  v.object({
    ...entryBase,
    kind: v.literal('told'),
    channel: v.picklist(TELLING_CHANNELS),
    reached: v.boolean(),
    words,
    nextWordAt: v.nullable(instantSchema),
    /** Of a ticket joined to this one; absent, whoever this one concerns itself. */
    of: v.optional(ticket),
  }),
  v.object({
    ...entryBase,
    kind: v.literal('rechecked'),
    passed: v.boolean(),
    words,
    photos,
    /** The one who looked is the one who fixed: kept, and marked. */
    ownWork: v.boolean(),
  }),
  v.object({ ...entryBase, kind: v.literal('verified'), ...verifiedFields }),
  v.object({
    ...{ ...entryBase, kind: v.literal('raised'), reason: lineSchema(60), words },
    to: v.nullable(staffIdSchema),
  }),
  v.object({
    ...{ ...entryBase, kind: v.literal('heeded'), words, isOrdinary: v.boolean() },
    /** [MJ5] Said by somebody it was not handed to: kept, and counts for nothing. */
    isOthers: v.optional(v.literal(true)),
  }),
  v.object({ ...entryBase, kind: v.literal('closed'), learnt: v.optional(learntSchema) }),
  v.object({
    ...entryBase,
    kind: v.literal('followedUp'),
    ...followUpFields,
    ownWork: v.boolean(),
  }),
  v.object({ ...entryBase, kind: v.literal('cancelled'), words }),
  v.object({ ...entryBase, kind: v.literal('reopened'), words, photos }),
  v.object({ ...entryBase, kind: v.literal('declined'), words, clause: v.optional(clause) }),
  /** [CO2] Not said to anybody until it is confirmed. */
  v.object({ ...entryBase, kind: v.literal('declineProposed'), words, clause }),
  v.object({ ...entryBase, kind: v.literal('helped'), words, clause: v.nullable(clause) }),
  v.object({ ...entryBase, kind: v.literal('joined'), into: ticket }),
  v.object({ ...entryBase, kind: v.literal('separated') }),
  v.object({ ...entryBase, kind: v.literal('tookIn'), ticket }),
  v.object({ ...entryBase, kind: v.literal('tookOut'), ticket }),
  v.object({ ...entryBase, kind: v.literal('engaged'), ...outsideFields }),
  v.object({ ...entryBase, kind: v.literal('released'), words }),
  /** A step taken back by whoever took it; `undone` is its change. */
  v.object({ ...entryBase, kind: v.literal('undone'), undone: changeIdSchema }),
  v.object({
    ...{ ...entryBase, kind: v.literal('said'), words, photos },
    sounds: v.optional(soundsSchema),
  }),
  v.object({ ...entryBase, kind: v.literal('relocated') }),
  v.object({
    ...entryBase,
    kind: v.literal('conflict'),
    field: lineSchema(40),
    stands: fieldValue,
    kept: fieldValue,
  }),
  /** A step that came too late, kept as what it was. */
  v.object({ ...entryBase, kind: v.literal('late'), step: v.picklist(LATE_STEPS), words, photos }),
])

export type TicketEntry = Immutable<v.InferOutput<typeof ticketEntrySchema>>
