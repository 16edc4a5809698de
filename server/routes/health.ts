import { Hono, type Context } from 'hono'
import { timingSafeEqual } from 'node:crypto'
import { collectDefaultMetrics, Registry } from 'prom-client'
import type { Env, ServerParts } from '../http/environment'
import { clientAddress } from '../http/client'
import { failureResponse, WireFailure } from '../http/wire-failure'

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** [WI15] The figures are for the machine itself, or for whoever knows the token. */
const mayMeasure = (c: Context, { metricsToken, trustProxy }: ServerParts['settings']): boolean => {
  const isNear = !trustProxy && LOOPBACK.has(clientAddress(c, { trustProxy }))
  const isKnown =
    metricsToken !== null && isSame(c.req.header('authorization'), `Bearer ${metricsToken}`)
  return isNear || isKnown
}

const isSame = (given = '', wanted: string): boolean => {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)]
  return one.length === other.length && timingSafeEqual(one, other)
}

export const healthRoutes = (parts: ServerParts): Hono<Env> => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const routes = new Hono<Env>()
  routes.get('/healthz', (c) => c.json({ ok: true }))
  routes.get('/readyz', async (c) =>
    !parts.stopping.isBegun && (await parts.isDatabaseUp())
      ? c.json({ ok: true })
      : failureResponse(c, 'unavailable'),
  )
  routes.get('/metrics', async (c) => {
    if (!mayMeasure(c, parts.settings)) throw new WireFailure('not-found')
    c.header('Content-Type', registry.contentType)
    return c.body(await registry.metrics())
  })
  return routes
}
