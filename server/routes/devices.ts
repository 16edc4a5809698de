import { Hono } from 'hono'
import type { Env, ServerParts } from '../http/environment'
import { requireRole } from '../http/require-session'

/** [WI13] Every device of the company, for its administrator. */
export const deviceRoutes = (parts: ServerParts): Hono<Env> => {
  const routes = new Hono<Env>()
  routes.use(requireRole('administrator'))
  routes.get('/', async (c) => {
    const { company } = c.get('account')
    const devices = await parts.store.read(company, (reader) => reader.devices())
    return c.json({ devices })
  })
  return routes
}
