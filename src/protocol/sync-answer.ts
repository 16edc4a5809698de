import * as v from 'valibot'
import type { Immutable } from '../domain/immutable'
import { instantSchema } from '../domain/instant'
import { sha256Schema } from '../domain/photo'
import { scopeSchema } from '../domain/scope'
import { outcomeSchema } from './outcome'
import { rowSchema } from './row'

export const syncAnswerSchema = v.object({
  protocol: v.number(),
  serverTime: instantSchema,
  outcomes: v.array(outcomeSchema),
  rows: v.array(rowSchema),
  scopes: v.object({
    granted: v.array(scopeSchema),
    revoked: v.array(scopeSchema),
    /** Scopes not yet read to their end: what they show is not the whole. */
    incomplete: v.array(scopeSchema),
  }),
  cursor: v.nullable(v.string()),
  more: v.boolean(),
  /** This device understands too old a schema: rows wait until the app is updated. */
  update: v.boolean(),
  backedUpTo: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  missingPhotos: v.array(sha256Schema),
  /** [SY49] So many days what is settled is kept on phones; older servers do not say. */
  keptDays: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
  /** [DV3] This device only sends what it holds; when nothing waits any more it forgets everything. */
  revoked: v.optional(v.boolean()),
})

export type SyncAnswer = Immutable<v.InferOutput<typeof syncAnswerSchema>>
