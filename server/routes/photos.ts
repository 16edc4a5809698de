import { Hono, type Context } from 'hono'
import type { Kysely } from 'kysely'
import { Readable } from 'node:stream'
import * as v from 'valibot'
import { sha256Schema } from '../../src/domain/photo'
import type { Env, ServerParts } from '../http/environment'
import { callerOf, checkPerson } from '../http/require-session'
import { WireFailure } from '../http/wire-failure'
import { mayReadPhoto } from '../photo/photo-rights'
import type { Tables } from '../store/postgres/tables'

const send = async (c: Context<Env>, parts: ServerParts, db: Kysely<Tables>): Promise<Response> => {
  checkPerson(c)
  const sha256 = c.req.param('sha256') ?? ''
  const caller = callerOf(c)
  if (!v.is(sha256Schema, sha256)) throw new WireFailure('not-found')
  const photo = await mayReadPhoto(db, caller, sha256)
  if (!photo || !parts.photos.has(caller.company, sha256)) throw new WireFailure('not-found')
  c.header('Content-Type', photo.type)
  c.header('Cache-Control', 'private, no-store')
  if (c.req.method === 'HEAD') return c.body(null)
  const stream = Readable.toWeb(parts.photos.read(caller.company, sha256))
  return c.body(stream as ReadableStream)
}

/** HEAD comes this way too: Hono answers it from GET. */
export const photoRoutes = (parts: ServerParts, db: Kysely<Tables>): Hono<Env> =>
  new Hono<Env>().get('/:sha256', (c) => send(c, parts, db))
