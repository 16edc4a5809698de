import { Hono, type Context } from 'hono'
import type { Env, ServerParts } from '../http/environment'
import { kindOfStatus } from '../http/on-error'
import { checkPerson } from '../http/require-session'
import { failureBody, failureResponse, WireFailure } from '../http/wire-failure'
import { ownerOf } from '../photo/finish-upload'
import { OWNER_HEADER, tusServer } from '../photo/tus-server'

/** Our rights stand in front: the owner travels in a header no client can set. */
const asOwned = (c: Context<Env>): Request => {
  const { company, staff } = c.get('session')
  const headers = new Headers(c.req.raw.headers)
  headers.set(OWNER_HEADER, ownerOf(company, staff))
  return new Request(c.req.raw, { headers })
}

/** tus's answer without its leave for other sites, and with our one error body under its status. */
const inOurWords = (c: Context<Env>, answer: Response): Response => {
  const headers = new Headers(answer.headers)
  for (const name of answer.headers.keys())
    if (name.startsWith('access-control-')) headers.delete(name)
  const { status } = answer
  if (status < 400) return new Response(answer.body, { status, headers })
  // [WI23] Whatever broke beneath it, a full disk too: nothing of it counts, and later it may go.
  if (status >= 500) return failureResponse(c, 'unavailable')
  headers.set('Content-Type', 'application/json')
  headers.delete('Content-Length')
  const body = JSON.stringify(failureBody(c, kindOfStatus(status)))
  return new Response(c.req.method === 'HEAD' ? null : body, { status, headers })
}

/** [WI9] tus 1.0.0, creation and termination. Reading goes through `/photos` and its rights. */
export const uploadRoutes = (parts: ServerParts): Hono<Env> => {
  const tus = tusServer(parts)
  const handle = async (c: Context<Env>): Promise<Response> => {
    checkPerson(c)
    if (c.req.method === 'GET') throw new WireFailure('not-found')
    return inOurWords(c, await tus.handleWeb(asOwned(c)))
  }
  const routes = new Hono<Env>()
  routes.all('/', handle)
  routes.all('/:id', handle)
  return routes
}
