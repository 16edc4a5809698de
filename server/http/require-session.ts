import type { Context, MiddlewareHandler } from 'hono'
import type { Instant } from '../../src/domain/instant'
import { scopesOf } from '../../src/domain/permission'
import type { Role } from '../../src/domain/role'
import type { Caller } from '../acceptance/caller'
import type { Account } from '../account/account'
import { accountAt } from '../account/account-at'
import type { Env, ServerParts } from './environment'
import { putSessionCookie, sessionToken } from './session-cookie'
import { WireFailure } from './wire-failure'

/** [AC11] What began or ended by itself since the last call is written down before this one counts. */
export const accountNow = async (
  { accountDesk, streams }: Pick<ServerParts, 'accountDesk' | 'streams'>,
  account: Account,
  now: Instant,
): Promise<Account> => {
  const { edgeAt = null, closedAt, staff } = account
  if (closedAt !== null || edgeAt === null || edgeAt > now) return accountAt(account, now)
  const current = await accountDesk.bringToDay(account, now)
  streams.endStaff(staff)
  return accountAt(current, now)
}

/** [WI6] Who calls is who the cookie's session says; each use keeps it alive, in the browser too. */
export const requireSession =
  (parts: ServerParts): MiddlewareHandler<Env> =>
  async (c, next) => {
    const token = sessionToken(c)
    const now = parts.services.now()
    const found = token ? await parts.sessions.read(token, now) : null
    if (!found) throw new WireFailure('signed-out')
    const { session } = found
    const account = await accountNow(parts, found.account, now)
    c.set('session', session)
    // [DV3] What is closed may still drain: a whole account, or the one device that was revoked.
    c.set('account', { ...account, closedAt: account.closedAt ?? session.revokedAt })
    if (session.isRenewed) putSessionCookie(c, parts.settings, session)
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

/** [WI7] An upload is bound to the person it names, when it names one. */
export const checkPerson = (c: Context<Env>): void => {
  const named = c.req.query('staff')
  if (named !== undefined && named !== c.get('session').staff) throw new WireFailure('other-person')
}

/** [WI7] Streams and photos always name the person they are for: another may have signed in since. */
export const requirePerson = (c: Context<Env>): void => {
  if (c.req.query('staff') === undefined) throw new WireFailure('malformed', { details: ['staff'] })
  checkPerson(c)
}

export const callerOf = (c: Context<Env>): Caller => {
  const { company, staff, roles, pastRoles = roles, grants, closedAt } = c.get('account')
  return {
    company,
    staff,
    roles,
    pastRoles,
    scopes: closedAt === null ? scopesOf(grants, staff) : [],
  }
}
