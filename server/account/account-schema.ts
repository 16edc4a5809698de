import * as v from 'valibot'
import { communityIdSchema } from '../../src/domain/community'
import { staffIdSchema } from '../../src/domain/id'
import { instantSchema } from '../../src/domain/instant'
import { placeIdSchema } from '../../src/domain/place'
import { roleSchema } from '../../src/domain/role'
import { lineSchema } from '../../src/domain/text'

export const grantSchema = v.object({
  role: roleSchema,
  community: communityIdSchema,
  buildings: v.pipe(v.array(placeIdSchema), v.maxLength(500)),
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

/** What an administrator may change of one; `grants` replaces all of them. */
export const amendAccountSchema = v.object({
  name: v.optional(lineSchema(40)),
  grants: v.optional(grantsSchema),
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

export const accountsAnswerSchema = v.object({ accounts: v.array(accountSchema) })

/** Said once, and kept only as a hash. */
export const oneTimePasswordSchema = v.object({ password: v.string() })

export const openedAccountSchema = v.object({ ...accountSchema.entries, password: v.string() })
