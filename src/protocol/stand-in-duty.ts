import * as v from 'valibot'
import { communityIdSchema } from '../domain/community'
import type { Immutable } from '../domain/immutable'
import { placeIdSchema } from '../domain/place'
import { roleSchema } from '../domain/role'
import { standInSchema } from '../domain/stand-in'

/** [AC12] For whom somebody stands in, where, as what and how long; now or later. */
export const standInDutySchema = v.object({
  role: roleSchema,
  community: communityIdSchema,
  buildings: v.array(placeIdSchema),
  standIn: standInSchema,
})
export type StandInDuty = Immutable<v.InferOutput<typeof standInDutySchema>>
