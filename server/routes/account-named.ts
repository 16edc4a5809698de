import type { Context } from 'hono'
import * as v from 'valibot'
import { staffIdSchema } from '../../src/domain/id'
import type { Account } from '../account/account'
import type { Env, ServerParts } from '../http/environment'
import { WireFailure } from '../http/wire-failure'

/** The account a path names, in the caller's company; elsewhere it is none. */
export const accountNamed = async (
  c: Context<Env>,
  { accounts }: Pick<ServerParts, 'accounts'>,
): Promise<Account> => {
  const staff = v.safeParse(staffIdSchema, c.req.param('staff'))
  const { company } = c.get('account')
  const found = staff.success ? await accounts.byStaff(company, staff.output) : null
  if (!found) throw new WireFailure('not-found')
  return found
}
