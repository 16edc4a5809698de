import * as v from 'valibot'
import { deviceIdSchema, staffIdSchema } from '../../src/domain/id'
import { instantSchema } from '../../src/domain/instant'
import { syncRequestSchema } from '../../src/protocol/sync-request'

const heard = {
  device: deviceIdSchema,
  staff: staffIdSchema,
  heardAt: instantSchema,
  waiting: syncRequestSchema.entries.waiting,
  app: v.string(),
}

/** Who was last heard from and what they still hold. */
export const presenceSchema = v.object({ devices: v.array(v.object(heard)) })

/** The same, as an administrator sees it. */
export const devicesSchema = v.object({
  devices: v.array(
    v.object({
      ...heard,
      registeredAt: instantSchema,
      lastSeq: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
      schema: v.pipe(v.number(), v.integer(), v.minValue(1)),
      /** What its browser calls itself; empty until it was heard. */
      name: v.string(),
      /** Somebody is signed in on it. */
      isSignedIn: v.boolean(),
      /** Since when it may only send what it holds. */
      revokedAt: v.nullable(instantSchema),
    }),
  ),
})
