import { Hono } from 'hono'
import { compress } from 'hono/compress'
import type { Kysely } from 'kysely'
import packageJson from '../package.json' with { type: 'json' }
import { serveApp } from './http/app-files'
import type { Env, ServerParts } from './http/environment'
import { onError } from './http/on-error'
import { originCheck } from './http/origin-check'
import { requireSession } from './http/require-session'
import { securityHeaders } from './http/security-headers'
import { failureResponse } from './http/wire-failure'
import { openApiDocument } from './openapi/document'
import { accountRoutes } from './routes/accounts'
import { healthRoutes } from './routes/health'
import { liveRoutes, LiveStreams } from './routes/live'
import { photoRoutes } from './routes/photos'
import { sessionRoutes } from './routes/session'
import { syncRoutes } from './routes/sync'
import { uploadRoutes } from './routes/uploads'
import type { Tables } from './store/postgres/tables'

const api = (parts: ServerParts, db: Kysely<Tables>, streams: LiveStreams): Hono<Env> => {
  const signedIn = requireSession(parts)
  const page = openApiDocument(packageJson.version)
  return new Hono<Env>()
    .use(originCheck(parts.settings.publicUrl))
    .route('/session', sessionRoutes(parts))
    .get('/time', (c) => c.json({ serverTime: parts.services.now() }))
    .get('/openapi.json', (c) => c.json(page))
    .use('/live/*', signedIn)
    .route('/live', liveRoutes(parts, streams))
    .use('/photos/*', signedIn)
    .route('/photos', photoRoutes(parts, db))
    .use('/uploads/*', signedIn)
    .route('/uploads', uploadRoutes(parts))
    .use('/accounts/*', signedIn)
    .route('/accounts', accountRoutes(parts))
    .use('*', signedIn)
    .route('/', syncRoutes(parts))
}

/** The whole server without a socket. */
export const createServerApp = (
  parts: ServerParts,
  db: Kysely<Tables>,
): { readonly app: Hono<Env>; readonly streams: LiveStreams } => {
  const streams = new LiveStreams()
  const app = new Hono<Env>()
  const packed = compress({ threshold: 1024 })
  app.use(securityHeaders(parts.settings.publicUrl.startsWith('https:')))
  app.use((c, next) => (c.req.path.startsWith('/api/v1/live') ? next() : packed(c, next)))
  app.route('/', healthRoutes(parts))
  app.route('/api/v1', api(parts, db, streams))
  if (parts.appFolder !== null) serveApp(app, parts.appFolder)
  app.notFound((c) => failureResponse(c, 'not-found'))
  app.onError(onError(parts.log))
  return { app, streams }
}
