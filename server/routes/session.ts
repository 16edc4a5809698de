import { Hono, type Context } from 'hono'
import type { Instant } from '../../src/domain/instant'
import { scopesOf } from '../../src/domain/permission'
import { nextPasswordSchema, signInSchema, type Session } from '../../src/protocol/session'
import type { Account } from '../account/account'
import { isPassword } from '../account/password'
import { clientAddress } from '../http/client'
import type { Env, ServerParts } from '../http/environment'
import { readBody } from '../http/read-body'
import { requireSession } from '../http/require-session'
import { dropSessionCookie, putSessionCookie, sessionToken } from '../http/session-cookie'
import { WireFailure } from '../http/wire-failure'

const sessionBody = async (
  parts: ServerParts,
  account: Account,
  expiresAt: Instant,
): Promise<Session> => ({
  staff: { id: account.staff, name: account.name, roles: account.roles },
  company: { id: account.company, name: await parts.accounts.companyName(account.company) },
  scopes: account.closedAt === null ? scopesOf(account.grants, account.staff) : [],
  serverTime: parts.services.now(),
  expiresAt,
})

/**
 * [WI5] Each try counts before it is looked at, so that many at once gain nothing; the right password
 * wipes the slate. Answers whether it was right.
 */
const tryPassword = async (
  { brake, services }: ServerParts,
  who: readonly [account: string, address: string],
  stored: string | null,
  password: string,
): Promise<void> => {
  const retryAfter = await brake.tryNow(...who, services.now())
  if (retryAfter > 0) throw new WireFailure('slow-down', { retryAfter })
  if (!(await isPassword(stored, password))) throw new WireFailure('wrong-credentials')
  await brake.right(...who)
}

/** [WI6] The session this browser had ends: nobody reaches it any more, nor should a copy of it. */
const endFormer = async (c: Context<Env>, { sessions, streams, services }: ServerParts) => {
  const token = sessionToken(c)
  const former = token ? await sessions.read(token, services.now()) : null
  if (!former) return
  await sessions.close(former.session)
  streams.endSession(former.session.token)
}

const signIn = async (c: Context<Env>, parts: ServerParts): Promise<Response> => {
  const { account: name, password, deviceName } = await readBody(c, signInSchema)
  const found = await parts.accounts.find(name)
  const who = [name, clientAddress(c, parts.settings)] as const
  await tryPassword(parts, who, found?.password ?? null, password)
  if (!found) throw new WireFailure('wrong-credentials')
  const { company, staff } = found.account
  await endFormer(c, parts)
  const now = parts.services.now()
  const session = await parts.sessions.open(company, staff, deviceName ?? '', now)
  putSessionCookie(c, parts.settings, session)
  return c.json(await sessionBody(parts, found.account, session.expiresAt))
}

const changePassword = async (c: Context<Env>, parts: ServerParts): Promise<Response> => {
  const { current, next } = await readBody(c, nextPasswordSchema)
  const session = c.get('session')
  const { company, staff, token } = session
  const stored = await parts.accounts.passwordOf(company, staff)
  await tryPassword(parts, [staff, 'password'], stored, current)
  await parts.accounts.setPassword(company, staff, next)
  await parts.sessions.closeOthers(session)
  parts.streams.endStaff(staff, token)
  return c.body(null, 204)
}

const signOut = async (c: Context<Env>, parts: ServerParts): Promise<Response> => {
  const session = c.get('session')
  await parts.sessions.close(session)
  parts.streams.endSession(session.token)
  dropSessionCookie(c, parts.settings)
  return c.body(null, 204)
}

export const sessionRoutes = (parts: ServerParts): Hono<Env> => {
  const signedIn = requireSession(parts)
  const routes = new Hono<Env>()
  routes.post('/', (c) => signIn(c, parts))
  routes.get('/', signedIn, async (c) => {
    const session = c.get('session')
    putSessionCookie(c, parts.settings, session)
    return c.json(await sessionBody(parts, c.get('account'), session.expiresAt))
  })
  routes.delete('/', signedIn, (c) => signOut(c, parts))
  routes.post('/password', signedIn, (c) => changePassword(c, parts))
  return routes
}
