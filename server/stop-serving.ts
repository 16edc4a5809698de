import type { ServerType } from '@hono/node-server'
import { setTimeout as wait } from 'node:timers/promises'
import { SECOND } from '../src/domain/instant'
import type { ServerParts } from './http/environment'

/** How long calls under way may take once we were told to stop. */
const LAST_WORDS = 20 * SECOND
const LOOK_EVERY = 50

/** Takes no more calls; resolves when those under way are answered, or their time is over. */
const closeServer = (server: ServerType): Promise<void> =>
  new Promise((resolve) => {
    const isHttp = 'closeIdleConnections' in server
    const idle = setInterval(() => {
      if (isHttp) server.closeIdleConnections()
    }, LOOK_EVERY)
    const cut = setTimeout(() => {
      if (isHttp) server.closeAllConnections()
    }, LAST_WORDS)
    server.close(() => {
      clearInterval(idle)
      clearTimeout(cut)
      resolve()
    })
  })

/**
 * [WI21] Not ready first, and for as long as whoever spreads the calls needs to see it; then no new
 * calls, goodbye to streams, an answer to everything under way.
 */
export const stopServing = async (parts: ServerParts, server: ServerType): Promise<void> => {
  parts.stopping.isBegun = true
  await wait(parts.settings.drainSeconds * SECOND)
  const closed = closeServer(server)
  parts.watch.stop()
  parts.streams.endAll()
  await closed
}
