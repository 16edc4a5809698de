import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { scopesOf } from '../../src/domain/permission'
import type { Role } from '../../src/domain/role'
import type { Caller } from '../acceptance/caller'
import type { Env, ServerParts } from './environment'
import { WireFailure } from './wire-failure'

export const COOKIE = 'mengya'

export const requireSession =
  (parts: ServerParts): MiddlewareHandler<Env> =>
  async (c, next) => {
    const token = getCookie(c, COOKIE)
    const session = token ? await parts.sessions.read(token, parts.services.now()) : null
    const account = session ? await parts.accounts.byStaff(session.company, session.staff) : null
    if (!session || !account) throw new WireFailure('signed-out')
    c.set('session', session)
    c.set('account', account)
    await next()
  }

export const requireRole =
  (role: Role): MiddlewareHandler<Env> =>
  async (c, next) => {
    const account = c.get('account')
    if (account.closedAt !== null || !account.roles.includes(role))
      throw new WireFailure('forbidden')
    await next()
  }

/** [SY1] Streams, uploads and photos are bound to the person named in the address. */
export const checkPerson = (c: Context<Env>): void => {
  const named = c.req.query('staff')
  if (named !== undefined && named !== c.get('session').staff) throw new WireFailure('other-person')
}

export const callerOf = (c: Context<Env>): Caller => {
  const { company, staff, roles, grants, closedAt } = c.get('account')
  return { company, staff, roles, scopes: closedAt === null ? scopesOf(grants) : [] }
}
