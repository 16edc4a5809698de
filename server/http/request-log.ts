import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Logger } from 'pino'

/** A line per call: which route as a pattern, how it ended, how long. No ids, names or queries. */
export const requestLog =
  (log: Logger, now: () => number): MiddlewareHandler =>
  async (c, next) => {
    const begun = now()
    await next()
    const { status } = c.res
    const line = {
      method: c.req.method,
      route: routePath(c),
      status,
      ms: Math.round(now() - begun),
    }
    if (status >= 500) log.warn(line, 'call failed')
    else log.debug(line, 'call')
  }
