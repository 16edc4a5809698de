import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { routePath } from 'hono/route'
import type { Logger } from 'pino'
import type { WireErrorKind } from '../../src/protocol/wire-error'
import { CallFailed } from '../acceptance/failure'
import { byeResponse, isLive } from '../live/bye'
import { faultOf } from './fault'
import { failureResponse, WireFailure } from './wire-failure'

export const kindOfStatus = (status: number): WireErrorKind => {
  if (status === 413) return 'too-large'
  if (status === 404 || status === 410) return 'not-found'
  if (status === 401) return 'signed-out'
  if (status === 403) return 'forbidden'
  return status < 500 ? 'malformed' : 'unavailable'
}

/** [WI2] What came from outside is answered; what broke inside is logged and says nothing of itself. */
export const onError =
  (log: Logger) =>
  (error: Error, c: Context): Response => {
    if (error instanceof WireFailure) return failureResponse(c, error.kind, error.more)
    if (error instanceof CallFailed) {
      const { kind, ...more } = error.failure
      return failureResponse(c, kind, more)
    }
    if (error instanceof HTTPException) return failureResponse(c, kindOfStatus(error.status))
    log.error({ route: routePath(c), ...faultOf(error) }, 'a call broke')
    return isLive(c) ? byeResponse(c) : failureResponse(c, 'unavailable')
  }
