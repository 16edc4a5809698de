import * as v from 'valibot'
import { changeIdSchema, staffIdSchema } from './id'
import type { Immutable } from './immutable'
import { instantSchema } from './instant'
import { lineSchema } from './text'

/** What a QR label says: opaque, unguessable, replaceable. */
export const tokenSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,64}$/))

/** A label that no longer counts (作废的码): copied, lost or torn. */
export const withdrawnTokenSchema = v.object({
  token: tokenSchema,
  at: instantSchema,
  by: staffIdSchema,
  change: changeIdSchema,
  reason: lineSchema(120),
})

export type WithdrawnToken = Immutable<v.InferOutput<typeof withdrawnTokenSchema>>

/** [PA4] The token in what a camera read: the bare token, or the last step of a label's address. */
export const tokenOf = (scanned: string): string | null => {
  const last = scanned.trim().split(/[/:]/).at(-1) ?? ''
  return v.is(tokenSchema, last) ? last : null
}
