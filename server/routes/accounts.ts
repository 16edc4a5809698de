import { Hono } from 'hono'
import { v7 } from 'uuid'
import * as v from 'valibot'
import { communityIdSchema } from '../../src/domain/community'
import { staffIdSchema, type StaffId } from '../../src/domain/id'
import { placeIdSchema } from '../../src/domain/place'
import { roleSchema } from '../../src/domain/role'
import { lineSchema } from '../../src/domain/text'
import type { Account } from '../account/account'
import { oneTimePassword } from '../account/password'
import { grantScopes } from '../acceptance/grant-scopes'
import type { Env, ServerParts } from '../http/environment'
import { readBody } from '../http/read-body'
import { requireRole } from '../http/require-session'
import { WireFailure } from '../http/wire-failure'

const grantSchema = v.object({
  role: roleSchema,
  community: communityIdSchema,
  buildings: v.pipe(v.array(placeIdSchema), v.maxLength(500)),
})

export const newAccountSchema = v.object({
  account: v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._@-]{2,63}$/)),
  name: lineSchema(40),
  staff: v.optional(staffIdSchema),
  grants: v.pipe(v.array(grantSchema), v.maxLength(100)),
})

/** What an administrator sees of an account; never its password. */
const shown = ({ staff, account, name, roles, grants, closedAt }: Account) => ({
  ...{ staff, account, name, roles, grants, closedAt },
})

export const accountRoutes = (parts: ServerParts): Hono<Env> =>
  new Hono<Env>()
    .use(requireRole('administrator'))
    .get('/', async (c) =>
      c.json({ accounts: (await parts.accounts.all(c.get('account').company)).map(shown) }),
    )
    .post('/', async (c) => {
      const wanted = await readBody(c, newAccountSchema)
      const { company } = c.get('account')
      const account: Account = {
        ...wanted,
        company,
        staff: wanted.staff ?? (v7() as StaffId),
        roles: [...new Set(wanted.grants.map(({ role }) => role))],
        closedAt: null,
      }
      const password = oneTimePassword()
      if (!(await parts.accounts.open(account, password)))
        throw new WireFailure('malformed', { details: ['account'] })
      const now = parts.services.now()
      await grantScopes(parts.store, company, account.staff, account.grants, now)
      return c.json({ ...shown(account), password }, 201)
    })
    .post('/:staff/password', async (c) => {
      const { company, staff } = await accountNamed(parts, c)
      const password = oneTimePassword()
      await parts.accounts.setPassword(company, staff, password)
      await parts.sessions.closeAllOf(company, staff)
      return c.json({ password })
    })
    .post('/:staff/close', async (c) => {
      const { company, staff } = await accountNamed(parts, c)
      const now = parts.services.now()
      await parts.accounts.close(company, staff, now)
      await grantScopes(parts.store, company, staff, [], now)
      return c.body(null, 204)
    })

const accountNamed = async (
  parts: ServerParts,
  c: { req: { param(name: string): string | undefined }; get(name: 'account'): Account },
): Promise<Account> => {
  const staff = v.safeParse(staffIdSchema, c.req.param('staff'))
  const { company } = c.get('account')
  const found = staff.success ? await parts.accounts.byStaff(company, staff.output) : null
  if (!found) throw new WireFailure('not-found')
  return found
}
