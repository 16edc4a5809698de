import * as v from 'valibot'
import { companyIdSchema, deviceIdSchema, staffIdSchema } from '../domain/id'
import type { Immutable } from '../domain/immutable'
import { instantSchema } from '../domain/instant'
import { sha256Schema } from '../domain/photo'
import { changeSchema } from './change'
import { REFUSALS } from './outcome'
import { LIMITS } from './version'

/** Version of the file. Older ones are read for ever; of a newer one is said that it is. */
export const WORK_FILE = 2

export const WORK_LIMITS = { fileBytes: 1024 ** 3, headBytes: 64 * 1024 * 1024 } as const

/** Why the server does not have it; `withdrawn` where it could not even be sent. */
export const refusalReasonSchema = v.picklist([...REFUSALS, 'withdrawn'])
export type RefusalReason = v.InferOutput<typeof refusalReasonSchema>

const bytes = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(LIMITS.photoBytes))
const type = v.pipe(v.string(), v.maxLength(64))

/** Where a form keeps what was begun in it, without what was attached to it. */
const draftKeySchema = v.pipe(
  v.string(),
  v.maxLength(200),
  v.regex(/^[\w:.-]+(\/[\w:.-]+)*$/),
  v.check((key) => !/\/(photo|sound)\//.test(key)),
)

/** [EX10] Something begun: what stood in the form, and the photos and sounds beside it. */
export const draftInFileSchema = v.object({
  key: draftKeySchema,
  at: instantSchema,
  value: v.looseObject({}),
  /** What the form keeps of each; its bytes follow those of the photos, in this order. */
  pieces: v.array(
    v.object({
      sha256: sha256Schema,
      type,
      bytes,
      value: v.looseObject({ ref: v.looseObject({}) }),
    }),
  ),
})

const person = v.object({ id: staffIdSchema, name: v.string() })

/** What stands before the photos: whose work, what was done, and which bytes follow in which order. */
export const unsentWorkSchema = v.object({
  company: v.object({ id: companyIdSchema, name: v.string() }),
  staff: person,
  device: deviceIdSchema,
  exportedAt: instantSchema,
  /** Oldest first, those of a group beside one another; some the server may know already. */
  changes: v.array(changeSchema),
  /** What it did not take: kept for a person to look at, never sent again as it is. */
  refused: v.array(v.object({ change: changeSchema, why: refusalReasonSchema })),
  photos: v.array(
    v.object({
      sha256: sha256Schema,
      ...{ type, bytes },
      takenAt: instantSchema,
    }),
  ),
  /** Files of version 1 have none. */
  drafts: v.optional(v.array(draftInFileSchema), []),
})

export type UnsentWork = Immutable<v.InferOutput<typeof unsentWorkSchema>>
