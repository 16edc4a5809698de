import type { Context } from 'hono'
import { handOnSchema } from '../../src/protocol/open-work'
import type { Env, ServerParts } from '../http/environment'
import { readBody } from '../http/read-body'
import { WireFailure } from '../http/wire-failure'
import { accountNamed } from './account-named'

const shown = async (c: Context<Env>, parts: ServerParts): Promise<Response> => {
  const { company, staff } = await accountNamed(c, parts)
  const now = parts.services.now()
  return c.json(await parts.leavers.openWork(company, staff, c.get('account'), now))
}

/** [AC8] What somebody has open still. */
export const listOpenWork = shown

/** [AC9] It passes to colleagues by name and, where asked, the account closes; what is left comes back. */
export const handOn = async (c: Context<Env>, parts: ServerParts): Promise<Response> => {
  const leaver = await accountNamed(c, parts)
  const wanted = await readBody(c, handOnSchema)
  const asker = c.get('account')
  if (wanted.close && leaver.staff === asker.staff) throw new WireFailure('forbidden')
  const act = { by: asker.staff, at: parts.services.now() }
  if (!(await parts.leavers.handOn(leaver, wanted, act)))
    throw new WireFailure('malformed', { details: ['give'] })
  for (const staff of new Set([leaver.staff, ...wanted.give.map(({ to }) => to)]))
    parts.streams.endStaff(staff)
  parts.watch.lookSoon()
  return shown(c, parts)
}
