import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import { scopesOf } from '../../src/domain/permission'
import { auditQuerySchema, cursorOf } from '../audit/audit-query'
import type { Env, ServerParts } from '../http/environment'
import { checkPerson, requireRole } from '../http/require-session'
import { WireFailure } from '../http/wire-failure'

const list = async (c: Context<Env>, { audit }: ServerParts): Promise<Response> => {
  const read = v.safeParse(auditQuerySchema, c.req.query())
  if (!read.success) throw new WireFailure('malformed', { details: ['query'] })
  const { company, staff, grants } = c.get('account')
  const query = read.output
  const lines = await audit.page(company, query, new Set(scopesOf(grants, staff)))
  const last = lines.length < query.want ? undefined : lines.at(-1)
  return c.json({
    lines,
    before: last ? cursorOf(last) : null,
    total: query.before ? null : await audit.count(company, query),
  })
}

/** [AC15] Reading who saw and changed what is an administrator's, in their own company. */
export const auditRoutes = (parts: ServerParts): Hono<Env> => {
  const routes = new Hono<Env>()
  routes.use(requireRole('administrator'))
  routes.get('/', (c) => {
    checkPerson(c)
    return list(c, parts)
  })
  return routes
}
