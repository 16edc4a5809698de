import { Hono, type Context } from 'hono'
import { streamSSE, type SSEStreamingApi } from 'hono/streaming'
import { MINUTE, SECOND } from '../../src/domain/instant'
import type { Env, ServerParts } from '../http/environment'
import { callerOf, requirePerson } from '../http/require-session'
import { byeResponse } from '../live/bye'
import type { StreamOwner } from '../live/live-streams'
import type { Listener } from '../live/version-watch'

const COMMENT_EVERY = 20 * SECOND
const CLOSED_AFTER = 10 * MINUTE
const COMMENT = ': here\n\n'

interface Hold {
  readonly stream: SSEStreamingApi
  readonly owner: StreamOwner
  /** How long it may last. */
  readonly lasts: number
}

/** Open until its time is up, its session ends or the client goes; says `bye` unless it is gone. */
const hold = ({ streams }: ServerParts, { stream, owner, lasts }: Hold): Promise<void> =>
  new Promise((resolve) => {
    let isOver = false
    const comment = setInterval(() => void stream.write(COMMENT), COMMENT_EVERY)
    const over = async (sayBye: boolean) => {
      if (isOver) return
      isOver = true
      clearInterval(comment)
      clearTimeout(timeUp)
      forget()
      if (sayBye) await stream.writeSSE({ event: 'bye', data: '' })
      resolve()
    }
    const timeUp = setTimeout(() => void over(true), lasts)
    const forget = streams.add(owner, () => void over(true))
    stream.onAbort(() => void over(false))
  })

/** [WI12] `poke` when something in the session's scopes changed; it carries no data. */
const open = async (c: Context<Env>, parts: ServerParts): Promise<Response> => {
  requirePerson(c)
  if (parts.stopping.isBegun) return byeResponse(c)
  const { company, staff, scopes } = callerOf(c)
  const { token, expiresAt } = c.get('session')
  // [AC11] Nor longer than the duties it was opened with.
  const { edgeAt } = c.get('account')
  const over = Math.min(expiresAt, edgeAt ?? expiresAt)
  const lasts = Math.max(0, Math.min(CLOSED_AFTER, over - parts.services.now()))
  const listener: Listener = { company, scopes, poke: () => undefined }
  const stopListening = await parts.watch.listen(listener)
  c.header('X-Accel-Buffering', 'no')
  return streamSSE(c, async (stream) => {
    listener.poke = () => void stream.writeSSE({ event: 'poke', data: '' })
    await stream.write(COMMENT)
    await hold(parts, { stream, owner: { staff, token }, lasts })
    stopListening()
  })
}

export const liveRoutes = (parts: ServerParts): Hono<Env> => {
  const routes = new Hono<Env>()
  routes.get('/', (c) => open(c, parts))
  return routes
}
