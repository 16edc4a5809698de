import { Hono, type Context } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import { scopesOf } from '../../src/domain/permission'
import type { Instant } from '../../src/domain/instant'
import { nextPasswordSchema, signInSchema, type Session } from '../../src/protocol/session'
import type { Account } from '../account/account'
import { isPassword } from '../account/password'
import type { Env, ServerParts } from '../http/environment'
import { clientAddress, isTls } from '../http/client'
import { readBody } from '../http/read-body'
import { COOKIE, requireSession } from '../http/require-session'
import { WireFailure } from '../http/wire-failure'

const sessionBody = async (
  parts: ServerParts,
  account: Account,
  expiresAt: Instant,
): Promise<Session> => ({
  staff: { id: account.staff, name: account.name, roles: account.roles },
  company: { id: account.company, name: await parts.accounts.companyName(account.company) },
  scopes: account.closedAt === null ? scopesOf(account.grants) : [],
  serverTime: parts.services.now(),
  expiresAt,
})

const putCookie = (c: Context, parts: ServerParts, token: string, expiresAt: Instant): void => {
  setCookie(c, COOKIE, token, {
    httpOnly: true,
    sameSite: 'Strict',
    secure: isTls(c, parts.settings),
    path: '/',
    expires: new Date(expiresAt),
  })
}

const signIn = async (c: Context<Env>, parts: ServerParts): Promise<Response> => {
  const { account: name, password, deviceName } = await readBody(c, signInSchema)
  const address = clientAddress(c, parts.settings)
  const now = parts.services.now()
  const retryAfter = parts.brake.waitFor(name, address, now)
  if (retryAfter > 0) throw new WireFailure('slow-down', { retryAfter })
  const found = await parts.accounts.find(name)
  if (!(await isPassword(found?.password ?? null, password)) || !found) {
    parts.brake.wrong(name, address, now)
    throw new WireFailure('wrong-credentials')
  }
  parts.brake.right(name, address)
  const { company, staff } = found.account
  const session = await parts.sessions.open(company, staff, deviceName ?? '', now)
  putCookie(c, parts, session.token, session.expiresAt)
  return c.json(await sessionBody(parts, found.account, session.expiresAt))
}

const changePassword = async (c: Context<Env>, parts: ServerParts): Promise<Response> => {
  const { current, next } = await readBody(c, nextPasswordSchema)
  const session = c.get('session')
  const { company, staff } = session
  const now = parts.services.now()
  const retryAfter = parts.brake.waitFor(staff, 'password', now)
  if (retryAfter > 0) throw new WireFailure('slow-down', { retryAfter })
  if (!(await isPassword(await parts.accounts.passwordOf(company, staff), current))) {
    parts.brake.wrong(staff, 'password', now)
    throw new WireFailure('wrong-credentials')
  }
  await parts.accounts.setPassword(company, staff, next)
  await parts.sessions.closeOthers(session)
  return c.body(null, 204)
}

export const sessionRoutes = (parts: ServerParts): Hono<Env> => {
  const signedIn = requireSession(parts)
  return new Hono<Env>()
    .post('/', (c) => signIn(c, parts))
    .get('/', signedIn, async (c) => {
      const { token, expiresAt } = c.get('session')
      putCookie(c, parts, token, expiresAt)
      return c.json(await sessionBody(parts, c.get('account'), expiresAt))
    })
    .delete('/', signedIn, async (c) => {
      await parts.sessions.close(c.get('session'))
      deleteCookie(c, COOKIE, { path: '/' })
      return c.body(null, 204)
    })
    .post('/password', signedIn, (c) => changePassword(c, parts))
}
