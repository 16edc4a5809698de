import * as v from 'valibot'
import { changeIdSchema, recordIdSchema, staffIdSchema } from '../domain/id'
import type { Immutable } from '../domain/immutable'
import { sha256Schema } from '../domain/photo'
import { scopeSchema } from '../domain/scope'

const head = {
  kind: v.string(),
  id: recordIdSchema,
  scope: scopeSchema,
  revision: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
}

/** A record as the server has it. */
export const liveRowSchema = v.object({
  ...head,
  schema: v.pipe(v.number(), v.integer(), v.minValue(1)),
  record: v.looseObject({}),
  /** Hashes of the photos it names that the server does not hold yet. */
  photosMissing: v.optional(v.array(sha256Schema)),
  /** [SY30] Acts inside it that are worth a second look; words of a newer server are only passed over. */
  marked: v.optional(
    v.array(
      v.object({
        change: changeIdSchema,
        marks: v.array(v.string()),
        importedBy: v.optional(staffIdSchema),
      }),
    ),
  ),
})

/** A record that left a scope. Removes a held row only of this scope and a smaller revision. */
export const goneRowSchema = v.object({ ...head, gone: v.picklist(['moved', 'erased']) })

export const rowSchema = v.union([liveRowSchema, goneRowSchema])

export type LiveRow = Immutable<v.InferOutput<typeof liveRowSchema>>
export type Marked = NonNullable<LiveRow['marked']>[number]
export type GoneRow = Immutable<v.InferOutput<typeof goneRowSchema>>
export type Row = LiveRow | GoneRow

export const isGone = (row: Row): row is GoneRow => 'gone' in row
