import * as v from 'valibot'
import { communityIdSchema } from '../domain/community'
import { HANDED_ON } from '../domain/hand-on'
import { recordIdSchema, staffIdSchema } from '../domain/id'
import type { Immutable } from '../domain/immutable'
import { instantSchema } from '../domain/instant'

const what = v.picklist(HANDED_ON)
const count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** [AC8] What somebody has open: what passes to others, what waits to be taken, what is only told. */
export const openWorkSchema = v.object({
  groups: v.array(
    v.object({
      what,
      community: communityIdSchema,
      lines: v.array(
        v.object({
          id: recordIdSchema,
          /** Of a ticket, to whoever may read it; else empty. */
          title: v.string(),
          dueAt: v.nullable(instantSchema),
        }),
      ),
    }),
  ),
  /** Offered by name to a colleague who has not answered. */
  waiting: v.array(v.object({ what, community: communityIdSchema, to: staffIdSchema, n: count })),
  told: v.object({
    /** Put right, and waiting for the owner to be told or for a second look. */
    ...{ resolved: count, rounds: count, plans: count },
    ...{ appointments: count, handovers: count },
  }),
})
export type OpenWork = Immutable<v.InferOutput<typeof openWorkSchema>>

/** [AC8] Each group to somebody by name; `close` closes the account in the same transaction. */
export const handOnSchema = v.object({
  give: v.pipe(
    v.array(v.object({ what, community: communityIdSchema, to: staffIdSchema })),
    v.maxLength(200),
  ),
  /** Why, for the thread of whatever passes. */
  words: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300)),
  close: v.boolean(),
})
export type HandOn = Immutable<v.InferOutput<typeof handOnSchema>>
