import { Hono } from 'hono'
import { collectDefaultMetrics, Registry } from 'prom-client'
import type { Env, ServerParts } from '../http/environment'
import { clientAddress } from '../http/client'
import { failureResponse, WireFailure } from '../http/wire-failure'

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

export const healthRoutes = (parts: ServerParts): Hono<Env> => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return new Hono<Env>()
    .get('/healthz', (c) => c.json({ ok: true }))
    .get('/readyz', async (c) =>
      (await parts.isDatabaseUp()) ? c.json({ ok: true }) : failureResponse(c, 'unavailable'),
    )
    .get('/metrics', async (c) => {
      const { metricsToken, trustProxy } = parts.settings
      const bearer = c.req.header('authorization')
      const isNear = !trustProxy && LOOPBACK.has(clientAddress(c, { trustProxy }))
      const isToken = metricsToken !== null && bearer === `Bearer ${metricsToken}`
      if (!isNear && !isToken) throw new WireFailure('not-found')
      c.header('Content-Type', registry.contentType)
      return c.body(await registry.metrics())
    })
}
