import { Hono, type Context } from 'hono'
import type { Instant } from '../../src/domain/instant'
import { scopesOf } from '../../src/domain/permission'
import { notOver } from '../../src/domain/stand-in'
import { nextPasswordSchema, signInSchema, type Session } from '../../src/protocol/session'
import type { StandInDuty } from '../../src/protocol/stand-in-duty'
import type { Account } from '../account/account'
import { isPassword } from '../account/password'
import { clientAddress } from '../http/client'
import type { Env, ServerParts } from '../http/environment'
import { readBody } from '../http/read-body'
import { accountNow, requireSession } from '../http/require-session'
import { dropSessionCookie, putSessionCookie, sessionToken } from '../http/session-cookie'
import { WireFailure } from '../http/wire-failure'

/** [AC12] What they stand in for now or later: their own phone says so before it begins. */
const standInsOf = ({ grants, closedAt }: Account, now: Instant): readonly StandInDuty[] =>
  closedAt === null
    ? notOver(grants, now).flatMap(({ standIn, ...duty }) => (standIn ? { ...duty, standIn } : []))
    : []

const sessionBody = async (
  parts: ServerParts,
  whole: Account,
  expiresAt: Instant,
): Promise<Session & { readonly standIns: readonly StandInDuty[] }> => {
  const now = parts.services.now()
  const account = await accountNow(parts, whole, now)
  const { company, staff, name, roles, grants, closedAt } = account
  return {
    staff: { id: staff, name, roles },
    company: { id: company, name: await parts.accounts.companyName(company) },
    scopes: closedAt === null ? scopesOf(grants, staff) : [],
    standIns: standInsOf(whole, now),
    serverTime: now,
    expiresAt,
  }
}

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
  await parts.accountDesk.setPassword(c.get('account'), next, {
    ...{ by: staff, at: parts.services.now() },
  })
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
    const account = c.get('account')
    const whole = await parts.accounts.byStaff(account.company, account.staff)
    // [DV3] What is closed for this device alone is said as this call found it.
    const { closedAt } = account
    return c.json(await sessionBody(parts, { ...(whole ?? account), closedAt }, session.expiresAt))
  })
  routes.delete('/', signedIn, (c) => signOut(c, parts))
  routes.post('/password', signedIn, (c) => changePassword(c, parts))
  return routes
}
