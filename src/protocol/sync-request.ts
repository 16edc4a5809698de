import * as v from 'valibot'
import { changeIdSchema, deviceIdSchema, staffIdSchema } from '../domain/id'
import type { Immutable } from '../domain/immutable'
import { instantSchema } from '../domain/instant'
import { LIMITS } from './version'

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/**
 * The envelope of `POST /sync`. Changes are looked at one by one afterwards, so that a bad one is an
 * outcome and not a failed call.
 */
export const syncRequestSchema = v.object({
  protocol: v.pipe(v.number(), v.integer(), v.minValue(1)),
  staff: staffIdSchema,
  device: deviceIdSchema,
  app: v.pipe(v.string(), v.maxLength(64), v.regex(/^[\x20-\x7e]*$/)),
  schema: v.pipe(v.number(), v.integer(), v.minValue(1)),
  cursor: v.nullable(v.pipe(v.string(), v.maxLength(64 * 1024))),
  changes: v.pipe(
    v.array(
      v.looseObject({
        id: changeIdSchema,
        seq: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
      }),
    ),
    v.maxLength(LIMITS.changesPerCall),
  ),
  waiting: v.object({ changes: count, photos: count, oldestAt: v.nullable(instantSchema) }),
  want: v.pipe(
    v.number(),
    v.integer(),
    v.minValue(LIMITS.rowsWanted.least),
    v.maxValue(LIMITS.rowsWanted.most),
  ),
})

export type SyncRequest = Immutable<v.InferOutput<typeof syncRequestSchema>>
