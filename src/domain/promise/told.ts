import * as v from 'valibot'
import { callerIdSchema } from '../caller'
import { communityIdSchema } from '../community'
import { idSchema } from '../id'
import { instantSchema } from '../instant'
import { placeIdSchema } from '../place'
import { reasonSchema } from '../text'

/** Out of which talk it came: a ticket's, a visit at the door, or neither. */
const fromSchema = v.variant('by', [
  v.object({ by: v.literal('ticket'), ticket: idSchema('TicketId') }),
  v.object({ by: v.literal('visit'), visit: idSchema('OwnerVisitId') }),
  v.object({ by: v.literal('itself') }),
])

/** What is promised to an owner, and to whom. */
export const promiseFields = {
  community: communityIdSchema,
  /** Whose staff hold it; null: all who talk with callers of the community. */
  building: v.nullable(placeIdSchema),
  home: v.nullable(placeIdSchema),
  caller: v.nullable(callerIdSchema),
  words: reasonSchema,
  dueAt: instantSchema,
  from: fromSchema,
}
