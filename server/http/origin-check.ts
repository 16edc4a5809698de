import type { Context, MiddlewareHandler } from 'hono'
import { WireFailure } from './wire-failure'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Exactly these; `application/json-patch+json` and its like are something else. */
const JSON_BODY = /^application\/json\s*(;|$)/i
const TUS_BODY = /^application\/offset\+octet-stream\s*(;|$)/i

/** HTTP says by these two whether bytes follow. */
const hasBody = ({ req }: Context): boolean =>
  (req.header('content-length') ?? '0') !== '0' || req.header('transfer-encoding') !== undefined

const isLocal = (host: string) => /^(localhost|127\.0\.0\.1|\[::1\])$/.test(host)

/** Ours is PUBLIC_URL; on one machine, also the other names of that machine at the same port. */
export const isOwnOrigin = (origin: string | undefined, publicUrl: string): boolean => {
  if (origin === undefined || !URL.canParse(origin)) return false
  if (origin === publicUrl) return true
  const [given, own] = [new URL(origin), new URL(publicUrl)]
  const isSameDoor = given.port === own.port && given.protocol === own.protocol
  return isSameDoor && isLocal(given.hostname) && isLocal(own.hostname)
}

/** [WI4] Every state change comes from a page of ours, and one with a body says what the body is. */
export const originCheck =
  (publicUrl: string): MiddlewareHandler =>
  async (c, next) => {
    if (!SAFE.has(c.req.method)) {
      if (!isOwnOrigin(c.req.header('origin'), publicUrl)) throw new WireFailure('foreign-origin')
      const isUpload = c.req.path.startsWith('/api/v1/uploads')
      const wanted = isUpload ? TUS_BODY : JSON_BODY
      if (hasBody(c) && !wanted.test(c.req.header('content-type') ?? ''))
        throw new WireFailure('malformed')
    }
    await next()
  }
