import { Hono, type Context } from 'hono'
import type { Env, ServerParts } from '../http/environment'
import { kindOfStatus } from '../http/on-error'
import { checkPerson } from '../http/require-session'
import { failureBody, WireFailure } from '../http/wire-failure'
import { ownerOf } from '../photo/finish-upload'
import { OWNER_HEADER, tusServer } from '../photo/tus-server'

/** Our rights stand in front: the owner travels in a header no client can set. */
const asOwned = (c: Context<Env>): Request => {
  const { company, staff } = c.get('session')
  const headers = new Headers(c.req.raw.headers)
  headers.set(OWNER_HEADER, ownerOf(company, staff))
  return new Request(c.req.raw, { headers })
}

/** tus answers in words of its own; ours is the one error body, under tus's status. */
const inOurWords = (c: Context<Env>, answer: Response): Response => {
  if (answer.status < 400) return answer
  const headers = new Headers(answer.headers)
  headers.set('Content-Type', 'application/json')
  headers.delete('Content-Length')
  const body = JSON.stringify(failureBody(c, kindOfStatus(answer.status)))
  return new Response(c.req.method === 'HEAD' ? null : body, { status: answer.status, headers })
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
