import { Hono, type Context } from 'hono'
import { v7 } from 'uuid'
import type { StaffId } from '../../src/domain/id'
import type { Instant } from '../../src/domain/instant'
import type { Account, AccountAct } from '../account/account'
import { rolesOf } from '../account/account-at'
import { amendAccountSchema, newAccountSchema } from '../account/account-schema'
import { dutiesAmended } from '../account/duties-amended'
import { oneTimePassword } from '../account/password'
import type { Env, ServerParts } from '../http/environment'
import { readBody } from '../http/read-body'
import { checkPerson, requireRole } from '../http/require-session'
import { WireFailure } from '../http/wire-failure'
import { accountNamed } from './account-named'
import { endSessions, listSessions } from './account-sessions'
import { handOn, listOpenWork } from './leavers'

const shown = ({ staff, account, name, roles, grants, closedAt }: Account) => ({
  ...{ staff, account, name, roles, grants, closedAt },
})

/** The whole list: who, their duties, when they were last heard and how often they are signed in. */
const list = async (c: Context<Env>, parts: ServerParts): Promise<Response> => {
  const { company } = c.get('account')
  const accounts = await parts.accounts.all(company)
  const devices = await parts.store.read(company, (reader) => reader.devices())
  const open = await parts.sessions.countOpen(company, parts.services.now())
  const heard = new Map<string, Instant>()
  for (const { staff, heardAt } of devices)
    heard.set(staff, Math.max(heardAt, heard.get(staff) ?? heardAt))
  return c.json({
    accounts: accounts.map((account) => ({
      ...shown(account),
      heardAt: heard.get(account.staff) ?? null,
      sessions: open.get(account.staff) ?? 0,
    })),
  })
}

/** Open streams carry the scopes of before: they end, and come back with those of now. */
const endStreams = ({ streams }: ServerParts, { staff }: Account) => streams.endStaff(staff)

const actOf = (c: Context<Env>, { services }: ServerParts): AccountAct => ({
  ...{ by: c.get('account').staff, at: services.now() },
})

const open = async (c: Context<Env>, parts: ServerParts): Promise<Response> => {
  const wanted = await readBody(c, newAccountSchema)
  const account: Account = {
    ...wanted,
    company: c.get('account').company,
    staff: wanted.staff ?? (v7() as StaffId),
    roles: rolesOf(wanted.grants),
    closedAt: null,
  }
  const password = oneTimePassword()
  if (!(await parts.accountDesk.open(account, password, actOf(c, parts))))
    throw new WireFailure('malformed', { details: ['account'] })
  return c.json({ ...shown(account), password }, 201)
}

const amend = async (c: Context<Env>, parts: ServerParts): Promise<Response> => {
  const account = await accountNamed(c, parts)
  const words = await readBody(c, amendAccountSchema)
  const grants = dutiesAmended(account.grants, words)
  const own = grants.filter(({ standIn }) => standIn === undefined)
  if (account.staff === c.get('account').staff && !rolesOf(own).includes('administrator'))
    throw new WireFailure('forbidden')
  // [AC13] Nobody stands in for themselves.
  if (grants.some(({ standIn }) => standIn?.for === account.staff))
    throw new WireFailure('malformed', { details: ['standIn'] })
  const amended = await parts.accountDesk.amend(account, words, actOf(c, parts))
  endStreams(parts, account)
  return c.json(shown(amended))
}

const resetPassword = async (c: Context<Env>, parts: ServerParts): Promise<Response> => {
  const account = await accountNamed(c, parts)
  const { company, staff } = account
  const password = oneTimePassword()
  await parts.accountDesk.setPassword(account, password, actOf(c, parts))
  await parts.sessions.closeAllOf(company, staff)
  parts.streams.endStaff(staff)
  return c.json({ password })
}

/** Nobody locks themselves out. */
const close = async (c: Context<Env>, parts: ServerParts): Promise<Response> => {
  const account = await accountNamed(c, parts)
  if (account.staff === c.get('account').staff) throw new WireFailure('forbidden')
  await parts.accountDesk.close(account, actOf(c, parts))
  endStreams(parts, account)
  return c.body(null, 204)
}

const reopen = async (c: Context<Env>, parts: ServerParts): Promise<Response> => {
  const account = await accountNamed(c, parts)
  await parts.accountDesk.reopen(account, actOf(c, parts))
  endStreams(parts, account)
  return c.body(null, 204)
}

/** [WI13] An administrator's own business, each in their own company. */
export const accountRoutes = (parts: ServerParts): Hono<Env> => {
  const routes = new Hono<Env>()
  routes.use(requireRole('administrator'))
  routes.use(async (c, next) => {
    checkPerson(c)
    await next()
  })
  routes.get('/', (c) => list(c, parts))
  routes.post('/', (c) => open(c, parts))
  routes.patch('/:staff', (c) => amend(c, parts))
  routes.post('/:staff/password', (c) => resetPassword(c, parts))
  routes.get('/:staff/sessions', (c) => listSessions(c, parts))
  routes.delete('/:staff/sessions', (c) => endSessions(c, parts))
  routes.delete('/:staff/sessions/:session', (c) => endSessions(c, parts))
  routes.get('/:staff/open-work', (c) => listOpenWork(c, parts))
  routes.post('/:staff/hand-on', (c) => handOn(c, parts))
  routes.post('/:staff/close', (c) => close(c, parts))
  routes.post('/:staff/reopen', (c) => reopen(c, parts))
  return routes
}
