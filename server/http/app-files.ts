import { serveStatic } from '@hono/node-server/serve-static'
import type { Hono } from 'hono'
import { relative } from 'node:path'
import type { Env } from './environment'
import { WireFailure } from './wire-failure'

/** A page somebody goes to, not a file that is missing. */
const isNavigation = (path: string, accept: string | undefined): boolean =>
  !path.startsWith('/api/') &&
  !(path.split('/').at(-1) ?? '').includes('.') &&
  (accept ?? '').includes('text/html')

const isHashed = (path: string, status: number) => path.startsWith('/assets/') && status === 200

/** [WI14] The built app: hashed files for ever, everything else asked about each time. */
export const serveApp = (app: Hono<Env>, folder: string): void => {
  const root = relative(process.cwd(), folder) || '.'
  app.get('*', async (c, next) => {
    await next()
    const lives = isHashed(c.req.path, c.res.status)
      ? 'public, max-age=31536000, immutable'
      : 'no-cache'
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', lives)
  })
  app.get('*', serveStatic({ root }))
  app.get('*', async (c, next) => {
    if (!isNavigation(c.req.path, c.req.header('accept'))) throw new WireFailure('not-found')
    return serveStatic<Env>({ root, path: 'index.html' })(c, next)
  })
}
