import { Hono } from 'hono'
import { streamSSE, type SSEStreamingApi } from 'hono/streaming'
import { MINUTE, SECOND } from '../../src/domain/instant'
import type { Env, ServerParts } from '../http/environment'
import { callerOf, checkPerson } from '../http/require-session'

const COMMENT_EVERY = 20 * SECOND
const CLOSED_AFTER = 10 * MINUTE

/** Streams that are open now, so that stopping can end them. */
export class LiveStreams {
  readonly #open = new Set<() => void>()

  add(close: () => void): () => void {
    this.#open.add(close)
    return () => this.#open.delete(close)
  }

  closeAll(): void {
    for (const close of this.#open) close()
  }
}

/** Writes in the order asked for; a client that went away ends the stream, which is no fault. */
const writerOf = (stream: SSEStreamingApi) => (event: string) => {
  void stream.writeSSE({ event, data: '' })
}

const hold = (stream: SSEStreamingApi, streams: LiveStreams): Promise<void> =>
  new Promise((resolve) => {
    const comment = setInterval(() => void stream.write(': here\n\n'), COMMENT_EVERY)
    const end = setTimeout(() => done(true), CLOSED_AFTER)
    const forget = streams.add(() => done(true))
    let isDone = false
    const done = (sayBye: boolean) => {
      if (isDone) return
      isDone = true
      clearInterval(comment)
      clearTimeout(end)
      forget()
      if (!sayBye) return resolve()
      stream.writeSSE({ event: 'bye', data: '' }).then(resolve, resolve)
    }
    stream.onAbort(() => done(false))
  })

/** `poke` when something in the session's scopes changed; it carries no data. */
export const liveRoutes = (parts: ServerParts, streams: LiveStreams): Hono<Env> =>
  new Hono<Env>().get('/', (c) => {
    checkPerson(c)
    const { company, scopes } = callerOf(c)
    c.header('X-Accel-Buffering', 'no')
    c.header('Cache-Control', 'no-store, no-transform')
    return streamSSE(c, async (stream) => {
      await stream.write(': here\n\n')
      const say = writerOf(stream)
      const stopListening = parts.watch.listen({ company, scopes, poke: () => say('poke') })
      await hold(stream, streams)
      stopListening()
    })
  })
