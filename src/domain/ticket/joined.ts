import * as v from 'valibot'
import { callerIdSchema } from '../caller'
import { idSchema } from '../id'
import type { Immutable } from '../immutable'
import { placeIdSchema } from '../place'

/** A ticket joined to another: whose home it concerns and who spoke, so that they are told the end. */
export const joinedSchema = v.object({
  ticket: idSchema('TicketId'),
  home: v.nullable(placeIdSchema),
  caller: v.nullable(callerIdSchema),
  /** The one it was joined to before, and came along with. */
  with: v.nullable(idSchema('TicketId')),
})

export type Joined = Immutable<v.InferOutput<typeof joinedSchema>>
