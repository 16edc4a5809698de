import { Hono, type Context } from 'hono'
import { erase } from '../erasure/erase'
import { newErasureSchema } from '../erasure/erasure-schema'
import type { Env, ServerParts } from '../http/environment'
import { readBody } from '../http/read-body'
import { requireRole } from '../http/require-session'
import { WireFailure } from '../http/wire-failure'
import type { Erasure } from '../store/stored'

const shown = ({ kind, id, reason, at, by }: Erasure) => ({ kind, record: id, reason, at, by })

const open = async (c: Context<Env>, parts: ServerParts): Promise<Response> => {
  const { kind, record, reason } = await readBody(c, newErasureSchema)
  const { company, staff } = c.get('account')
  const wanted = { kind, id: record, reason, by: staff, at: parts.services.now() }
  const erasure = await erase(parts, company, wanted)
  if (!erasure) throw new WireFailure('not-found')
  parts.watch.lookSoon()
  return c.json(shown(erasure))
}

/** [WI19] Erasing for ever is an administrator's, each in their own company. */
export const erasureRoutes = (parts: ServerParts): Hono<Env> => {
  const routes = new Hono<Env>()
  routes.use(requireRole('administrator'))
  routes.get('/', async (c) => {
    const { company } = c.get('account')
    const erasures = await parts.store.read(company, (reader) => reader.erasures())
    return c.json({ erasures: erasures.map(shown) })
  })
  routes.post('/', (c) => open(c, parts))
  return routes
}
