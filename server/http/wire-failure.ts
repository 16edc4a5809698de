import type { Context } from 'hono'
import { en } from '../../src/protocol/wording/en'
import { zhCN } from '../../src/protocol/wording/zh-CN'
import { WIRE_ERRORS, type WireErrorKind } from '../../src/protocol/wire-error'
import type { CallFailure } from '../acceptance/failure'

export interface FailureDetails extends Partial<Omit<CallFailure, 'kind'>> {
  readonly details?: readonly unknown[]
  readonly retryAfter?: number
}

/** Thrown by routes; becomes the one error body of the wire. */
export class WireFailure extends Error {
  constructor(
    readonly kind: WireErrorKind,
    readonly more: FailureDetails = {},
  ) {
    super(kind)
  }
}

const prefersEnglish = (header: string | undefined): boolean => {
  const [first = ''] = (header ?? '').split(',')
  return first.trim().toLowerCase().startsWith('en')
}

const RETRY_SECONDS: Partial<Record<WireErrorKind, number>> = {
  unavailable: 10,
  'server-behind': 60,
  'slow-down': 30,
}

const isEnglish = (c: Context): boolean => prefersEnglish(c.req.header('accept-language'))

/** [WI1] The one error body of the wire, in the caller's language. */
export const failureBody = (
  c: Context,
  kind: WireErrorKind,
  more: Omit<FailureDetails, 'retryAfter'> = {},
) => ({ error: { kind, message: (isEnglish(c) ? en : zhCN)[kind], ...more } })

/** That body with its status and, where it helps, when to try again. */
export const failureResponse = (
  c: Context,
  kind: WireErrorKind,
  { retryAfter, ...more }: FailureDetails = {},
): Response => {
  const wait = retryAfter ?? RETRY_SECONDS[kind]
  if (wait !== undefined) c.header('Retry-After', String(wait))
  // The rest of the body was not read: the connection cannot carry another call.
  if (kind === 'too-large') c.header('Connection', 'close')
  c.header('Content-Language', isEnglish(c) ? 'en' : 'zh-CN')
  return c.json(failureBody(c, kind, more), WIRE_ERRORS[kind])
}
