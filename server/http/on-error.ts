import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Logger } from 'pino'
import type { WireErrorKind } from '../../src/protocol/wire-error'
import { CallFailed } from '../acceptance/failure'
import { failureResponse, WireFailure } from './wire-failure'

const kindOfStatus = (status: number): WireErrorKind => {
  if (status === 413) return 'too-large'
  if (status === 404) return 'not-found'
  if (status === 401) return 'signed-out'
  if (status === 403) return 'forbidden'
  return status < 500 ? 'malformed' : 'unavailable'
}

/** What came from outside is answered; what broke inside is logged and says nothing of itself. */
export const onError =
  (log: Logger) =>
  (error: Error, c: Context): Response => {
    if (error instanceof WireFailure) return failureResponse(c, error.kind, error.more)
    if (error instanceof CallFailed) {
      const { kind, ...more } = error.failure
      return failureResponse(c, kind, more)
    }
    if (error instanceof HTTPException) return failureResponse(c, kindOfStatus(error.status))
    log.error({
      route: c.req.routePath,
      fault: error.name,
      code: codeOf(error),
      stack: error.stack,
    })
    return failureResponse(c, 'unavailable')
  }

const codeOf = (error: Error): string | undefined =>
  'code' in error ? String(error.code) : undefined
