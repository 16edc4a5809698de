import * as v from 'valibot'
import type { Immutable } from '../domain/immutable'

/** Every kind of error an answer can carry, with its HTTP status. */
export const WIRE_ERRORS = {
  malformed: 400,
  'signed-out': 401,
  'wrong-credentials': 401,
  forbidden: 403,
  'foreign-origin': 403,
  'not-found': 404,
  'history-changed': 409,
  'sequence-gap': 409,
  'device-forked': 409,
  'other-person': 409,
  'too-large': 413,
  'protocol-unknown': 426,
  'slow-down': 429,
  unavailable: 503,
  'server-behind': 503,
} as const

export type WireErrorKind = keyof typeof WIRE_ERRORS

export const wireErrorSchema = v.object({
  error: v.looseObject({
    kind: v.string(),
    message: v.string(),
    details: v.optional(v.array(v.unknown())),
    /** With `sequence-gap`: the seq the server waits for. */
    expected: v.optional(v.number()),
    /** With `history-changed`: the newest version both sides share. */
    common: v.optional(v.number()),
  }),
})

export type WireError = Immutable<v.InferOutput<typeof wireErrorSchema>>
