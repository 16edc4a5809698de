import type { WireErrorKind } from '../../src/protocol/wire-error'

export interface Parameter {
  readonly name: string
  readonly place: 'query' | 'path' | 'header'
  readonly words: string
  readonly isRequired?: true
}

/** One call of the wire, as the OpenAPI page tells it. */
export interface Operation {
  readonly id: string
  readonly method: 'get' | 'head' | 'post' | 'patch' | 'delete'
  readonly path: string
  readonly summary: string
  /** Answered to anybody. */
  readonly open?: true
  /** Name of the body's schema. */
  readonly body?: string
  readonly parameters?: readonly Parameter[]
  /** Status → words and, where there is a body, its schema. */
  readonly answers: Readonly<Record<string, readonly [words: string, schema?: string]>>
  readonly fails: readonly WireErrorKind[]
}

export const API = '/api/v1'

/** What any call of somebody signed in may meet. */
export const SIGNED_IN: readonly WireErrorKind[] = ['signed-out', 'unavailable']
export const CHANGES: readonly WireErrorKind[] = [...SIGNED_IN, 'foreign-origin']
export const HAS_BODY: readonly WireErrorKind[] = [...CHANGES, 'malformed', 'too-large']

/** Calls that may say for whom they ask, so that another's session answers none of them. */
export const ASKER: Parameter = {
  name: 'staff',
  place: 'query',
  words: 'Where given, the session’s person; anyone else is other-person',
}

export const PERSON: Parameter = {
  name: 'staff',
  place: 'query',
  words: 'The session’s person; anyone else is other-person',
  isRequired: true,
}
