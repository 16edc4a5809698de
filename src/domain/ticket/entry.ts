import * as v from 'valibot'
import { staffIdSchema } from '../id'
import type { Immutable } from '../immutable'
import { instantSchema } from '../instant'
import { photosSchema } from '../photo'
import { lineSchema, wordsSchema } from '../text'
import { entryBase } from '../thread'

export const TELLING_CHANNELS = ['phone', 'door', 'message', 'letter'] as const

export const LATE_STEPS = ['assign', 'accept', 'start', 'resolve', 'recheck', 'close'] as const

const photos = photosSchema
const words = wordsSchema
const fieldValue = v.nullable(v.union([v.string(), v.number(), v.boolean()]))

/** One line of what happened to a ticket (经过). */
export const ticketEntrySchema = v.variant('kind', [
  v.object({ ...entryBase, kind: v.literal('received') }),
  v.object({ ...entryBase, kind: v.literal('edited'), fields: v.array(lineSchema(40)) }),
  v.object({ ...entryBase, kind: v.literal('assigned'), to: staffIdSchema, words }),
  v.object({ ...entryBase, kind: v.literal('accepted') }),
  v.object({ ...entryBase, kind: v.literal('started'), words, photos }),
  v.object({ ...entryBase, kind: v.literal('resolved'), words, photos }),
  v.object({
    ...entryBase,
    kind: v.literal('told'),
    channel: v.picklist(TELLING_CHANNELS),
    reached: v.boolean(),
    words,
    nextWordAt: v.nullable(instantSchema),
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
  v.object({ ...entryBase, kind: v.literal('closed') }),
  v.object({ ...entryBase, kind: v.literal('said'), words, photos }),
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
