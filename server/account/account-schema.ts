import * as v from 'valibot'
import { communityIdSchema } from '../../src/domain/community'
import { deviceIdSchema, staffIdSchema } from '../../src/domain/id'
import { instantSchema } from '../../src/domain/instant'
import { placeIdSchema } from '../../src/domain/place'
import { roleSchema } from '../../src/domain/role'
import { standInSchema } from '../../src/domain/stand-in'
import { lineSchema } from '../../src/domain/text'

export const grantSchema = v.object({
  role: roleSchema,
  community: communityIdSchema,
  buildings: v.pipe(v.array(placeIdSchema), v.maxLength(500)),
  /** In a colleague's place for a while; absent where it is one's own. */
  standIn: v.optional(standInSchema),
})

const grantsSchema = v.pipe(v.array(grantSchema), v.maxLength(100))
const accountNameSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._@-]{2,63}$/))

/** A new account; `staff` when the person is known already, else they get an id. */
export const newAccountSchema = v.object({
  account: accountNameSchema,
  name: lineSchema(40),
  staff: v.optional(staffIdSchema),
  grants: grantsSchema,
})

/** What an administrator may change of one: `grants` replaces all duties, `give` and `take` some. */
export const amendAccountSchema = v.object({
  name: v.optional(lineSchema(40)),
  grants: v.optional(grantsSchema),
  give: v.optional(grantsSchema),
  take: v.optional(grantsSchema),
})

/** What an administrator sees of an account; never its password. */
export const accountSchema = v.object({
  staff: staffIdSchema,
  account: v.string(),
  name: v.string(),
  roles: v.array(roleSchema),
  grants: v.array(grantSchema),
  closedAt: v.nullable(instantSchema),
})

/** As the list has them: with when their person was last heard, and on how many sessions. */
export const accountsAnswerSchema = v.object({
  accounts: v.array(
    v.object({
      ...accountSchema.entries,
      heardAt: v.nullable(instantSchema),
      sessions: v.pipe(v.number(), v.integer(), v.minValue(0)),
    }),
  ),
})

/** Where somebody is signed in; `own` is the one that asks. */
export const sessionsAnswerSchema = v.object({
  sessions: v.array(
    v.object({
      id: v.string(),
      /** What its browser calls itself. */
      name: v.string(),
      device: v.nullable(deviceIdSchema),
      since: instantSchema,
      until: instantSchema,
      own: v.boolean(),
    }),
  ),
})

/** Said once, and kept only as a hash. */
export const oneTimePasswordSchema = v.object({ password: v.string() })

export const openedAccountSchema = v.object({ ...accountSchema.entries, password: v.string() })
