import { Hono } from 'hono'
import { compress } from 'hono/compress'
import packageJson from '../package.json' with { type: 'json' }
import { serveApp } from './http/app-files'
import type { Env, ServerParts } from './http/environment'
import { onError } from './http/on-error'
import { originCheck } from './http/origin-check'
import { requestLog } from './http/request-log'
import { requireSession } from './http/require-session'
import { securityHeaders } from './http/security-headers'
import { failureResponse } from './http/wire-failure'
import { isLive } from './live/bye'
import { openApiDocument } from './openapi/document'
import { accountRoutes } from './routes/accounts'
import { auditRoutes } from './routes/audit'
import { deviceRoutes } from './routes/devices'
import { erasureRoutes } from './routes/erasures'
import { healthRoutes } from './routes/health'
import { liveRoutes } from './routes/live'
import { photoRoutes } from './routes/photos'
import { presenceRoutes } from './routes/presence'
import { sessionRoutes } from './routes/session'
import { syncRoutes } from './routes/sync'
import { uploadRoutes } from './routes/uploads'

/** What only somebody signed in reaches. */
const behindTheDoor = (parts: ServerParts): Readonly<Record<string, Hono<Env>>> => ({
  '/presence': presenceRoutes(parts),
  '/live': liveRoutes(parts),
  '/photos': photoRoutes(parts),
  '/uploads': uploadRoutes(parts),
  '/accounts': accountRoutes(parts),
  '/devices': deviceRoutes(parts),
  '/erasures': erasureRoutes(parts),
  '/audit': auditRoutes(parts),
})

const api = (parts: ServerParts): Hono<Env> => {
  const page = openApiDocument(packageJson.version)
  const routes = new Hono<Env>()
  routes.use(originCheck(parts.settings.publicUrl))
  routes.route('/session', sessionRoutes(parts))
  routes.get('/time', (c) => c.json({ serverTime: parts.services.now() }))
  routes.get('/openapi.json', (c) => c.json(page))
  const signedIn = requireSession(parts)
  for (const path of ['/sync', '/history', '/changes/import']) routes.use(path, signedIn)
  routes.route('/', syncRoutes(parts))
  for (const [path, behind] of Object.entries(behindTheDoor(parts)))
    routes.use(path, signedIn).use(`${path}/*`, signedIn).route(path, behind)
  routes.all('*', (c) => failureResponse(c, 'not-found'))
  return routes
}

/** The whole server without a socket. */
export const createServerApp = (parts: ServerParts): Hono<Env> => {
  const app = new Hono<Env>()
  const packed = compress({ threshold: 1024 })
  app.use(requestLog(parts.log, () => performance.now()))
  app.use(async (c, next) => {
    await next()
    // [WI21] Whoever comes again comes to another server.
    if (parts.stopping.isBegun) c.header('Connection', 'close')
  })
  app.use(securityHeaders(parts.settings.publicUrl.startsWith('https:')))
  app.use((c, next) => (isLive(c) ? next() : packed(c, next)))
  app.route('/', healthRoutes(parts))
  app.route('/api/v1', api(parts))
  app.all('/api/*', (c) => failureResponse(c, 'not-found'))
  if (parts.appFolder !== null) serveApp(app, parts.appFolder)
  app.notFound((c) => failureResponse(c, 'not-found'))
  app.onError(onError(parts.log))
  return app
}
