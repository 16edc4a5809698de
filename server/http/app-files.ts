import { serveStatic } from '@hono/node-server/serve-static'
import type { Hono } from 'hono'
import { relative } from 'node:path'
import type { Env } from './environment'
import { WireFailure } from './wire-failure'

const isNavigation = (accept: string | undefined) => (accept ?? '').includes('text/html')

/** The built app: hashed files for ever, everything else asked about each time. */
export const serveApp = (app: Hono<Env>, folder: string): void => {
  const root = relative(process.cwd(), folder) || '.'
  app.use('*', async (c, next) => {
    await next()
    if (c.res.headers.has('Cache-Control')) return
    const isHashed = c.req.path.startsWith('/assets/') && c.res.status === 200
    c.res.headers.set(
      'Cache-Control',
      isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    )
  })
  app.get('*', serveStatic({ root }))
  app.get('*', async (c, next) => {
    if (c.req.path.startsWith('/api/') || !isNavigation(c.req.header('accept')))
      throw new WireFailure('not-found')
    return serveStatic<Env>({ root, path: 'index.html' })(c, next)
  })
}
