import type { Context } from 'hono'
import { sessionIdOfToken } from '../account/session-line'
import type { Env, ServerParts } from '../http/environment'
import { accountNamed } from './account-named'

/** [AC6] Where somebody is signed in. */
export const listSessions = async (c: Context<Env>, parts: ServerParts): Promise<Response> => {
  const { company, staff } = await accountNamed(c, parts)
  const own = sessionIdOfToken(c.get('session').token)
  const sessions = await parts.sessions.openOf(company, staff, parts.services.now())
  return c.json({ sessions: sessions.map((each) => ({ ...each, own: each.id === own })) })
}

/** [AC6] One of them, or all; never the one that asks. */
export const endSessions = async (c: Context<Env>, parts: ServerParts): Promise<Response> => {
  const account = await accountNamed(c, parts)
  const { company, staff } = account
  const asking = c.get('session')
  const named = c.req.param('session')
  if (named !== undefined) {
    if (named !== sessionIdOfToken(asking.token))
      await parts.sessions.closeNamed(company, staff, named)
  } else if (staff === asking.staff) await parts.sessions.closeOthers(asking)
  else await parts.sessions.closeAllOf(company, staff)
  const act = { by: asking.staff, at: parts.services.now() }
  await parts.accountDesk.note(account, 'signOut', act)
  parts.streams.endStaff(staff, asking.token)
  return c.body(null, 204)
}
