import { Hono, type Context } from 'hono'
import { Readable } from 'node:stream'
import * as v from 'valibot'
import { sha256Schema } from '../../src/domain/photo'
import type { Env, ServerParts } from '../http/environment'
import { callerOf, requirePerson } from '../http/require-session'
import { WireFailure } from '../http/wire-failure'

/** [WI10] One answer for what is not there and what is not theirs. */
const send = async (c: Context<Env>, parts: ServerParts): Promise<Response> => {
  requirePerson(c)
  const sha256 = c.req.param('sha256') ?? ''
  const caller = callerOf(c)
  if (!v.is(sha256Schema, sha256)) throw new WireFailure('not-found')
  const type = await parts.photoRegister.typeFor(caller, sha256)
  const length = type === null ? null : await parts.photos.lengthOf(caller.company, sha256)
  if (type === null || length === null) throw new WireFailure('not-found')
  c.header('Content-Type', type)
  c.header('Content-Length', String(length))
  c.header('Cache-Control', 'private, no-store')
  if (c.req.method === 'HEAD') return c.body(null)
  const stream = Readable.toWeb(await parts.photos.read(caller.company, sha256))
  return c.body(stream as ReadableStream)
}

/** HEAD comes this way too: Hono answers it from GET. */
export const photoRoutes = (parts: ServerParts): Hono<Env> => {
  const routes = new Hono<Env>()
  routes.get('/:sha256', (c) => send(c, parts))
  return routes
}
