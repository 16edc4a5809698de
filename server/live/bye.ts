import type { Context } from 'hono'

/** How long a browser waits before it opens the stream again, in milliseconds. */
const COME_BACK_AFTER = 5_000

/** [WI12] An EventSource that is answered 503 never comes back; one that is told goodbye does. */
export const byeResponse = (c: Context): Response =>
  c.body(`retry: ${COME_BACK_AFTER}\nevent: bye\ndata: \n\n`, 200, {
    'Content-Type': 'text/event-stream',
  })

export const isLive = (c: Context): boolean => c.req.path === '/api/v1/live'
