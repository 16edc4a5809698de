import type { WireErrorKind } from '../../src/protocol/wire-error'

/** One call of the wire, as the OpenAPI page tells it. */
export interface Operation {
  readonly method: 'get' | 'head' | 'post' | 'patch' | 'delete'
  readonly path: string
  readonly summary: string
  readonly open?: true
  readonly body?: string
  readonly parameters?: readonly (readonly [string, 'query' | 'path' | 'header', string])[]
  /** Status → words and, where there is a body, its schema. */
  readonly answers: Readonly<Record<string, readonly [string, string?]>>
  readonly fails: readonly WireErrorKind[]
}

const API = '/api/v1'
const SESSION: readonly WireErrorKind[] = ['signed-out', 'unavailable']
const WRITES: readonly WireErrorKind[] = [...SESSION, 'foreign-origin', 'malformed', 'too-large']
const STAFF = ['staff', 'query', 'The session’s person; anyone else is other-person'] as const
const SHA = ['sha256', 'path', 'SHA-256 of the bytes, 64 hex digits'] as const

export const OPERATIONS: readonly Operation[] = [
  {
    ...{ method: 'post', path: `${API}/session`, summary: 'Sign in', open: true, body: 'SignIn' },
    answers: { 200: ['Signed in; a session cookie is set', 'Session'] },
    fails: [
      'malformed',
      'wrong-credentials',
      'foreign-origin',
      'too-large',
      'slow-down',
      'unavailable',
    ],
  },
  {
    ...{ method: 'get', path: `${API}/session`, summary: 'Who is signed in' },
    answers: { 200: ['The session', 'Session'] },
    fails: SESSION,
  },
  {
    ...{ method: 'delete', path: `${API}/session`, summary: 'Sign out' },
    answers: { 204: ['Signed out'] },
    fails: [...SESSION, 'foreign-origin'],
  },
  {
    ...{ method: 'post', path: `${API}/session/password`, summary: 'Change one’s password' },
    ...{ body: 'NextPassword', answers: { 204: ['Changed; other sessions end'] } },
    fails: [...WRITES, 'wrong-credentials', 'slow-down'],
  },
  {
    ...{ method: 'post', path: `${API}/sync`, summary: 'Push changes and pull rows' },
    ...{ body: 'SyncRequest', answers: { 200: ['Outcomes, rows and a cursor', 'SyncAnswer'] } },
    fails: [
      ...WRITES,
      ...(['other-person', 'sequence-gap', 'device-forked', 'history-changed'] as const),
      ...(['protocol-unknown', 'server-behind'] as const),
    ],
  },
  {
    ...{ method: 'get', path: `${API}/history`, summary: 'Rows older than the phone keeps' },
    parameters: [
      ['record', 'query', 'A record’s id, or'],
      ['place', 'query', 'a place’s id'],
      ['before', 'query', 'Rows of smaller revision than this'],
    ],
    answers: { 200: ['{ rows, more }'] },
    fails: [...SESSION, 'malformed'],
  },
  {
    ...{ method: 'post', path: `${API}/changes/import`, summary: 'Take in exported work' },
    ...{ body: 'ImportRequest', answers: { 200: ['{ outcomes }'] } },
    fails: [...WRITES, 'forbidden', 'server-behind'],
  },
  {
    ...{ method: 'get', path: `${API}/live`, summary: 'Server-sent events: poke, bye' },
    ...{ parameters: [STAFF], answers: { 200: ['text/event-stream'] } },
    fails: [...SESSION, 'other-person'],
  },
  {
    ...{ method: 'get', path: `${API}/presence`, summary: 'Devices last heard and what they hold' },
    ...{ answers: { 200: ['{ devices }'] }, fails: SESSION },
  },
  {
    ...{ method: 'get', path: `${API}/photos/{sha256}`, summary: 'A photo’s bytes' },
    ...{ parameters: [SHA, STAFF], answers: { 200: ['The bytes'] } },
    fails: [...SESSION, 'other-person', 'not-found'],
  },
  {
    ...{ method: 'head', path: `${API}/photos/{sha256}`, summary: 'Whether a photo is here' },
    ...{ parameters: [SHA, STAFF], answers: { 200: ['It is'] } },
    fails: [...SESSION, 'other-person', 'not-found'],
  },
  {
    ...{ method: 'post', path: `${API}/uploads`, summary: 'tus 1.0.0: begin an upload' },
    parameters: [['Upload-Metadata', 'header', 'sha256, filetype'], STAFF],
    answers: { 201: ['Begun; Location names it'], 460: ['The bytes are not what was said'] },
    fails: [...SESSION, 'foreign-origin', 'malformed', 'too-large', 'other-person'],
  },
  {
    ...{ method: 'patch', path: `${API}/uploads/{id}`, summary: 'tus 1.0.0: send bytes' },
    parameters: [['id', 'path', 'The upload'], STAFF],
    answers: { 204: ['Taken'], 460: ['The bytes are not what was said: start again'] },
    fails: [...SESSION, 'foreign-origin', 'not-found', 'other-person'],
  },
  {
    ...{ method: 'get', path: `${API}/accounts`, summary: 'Accounts (administrator)' },
    ...{ answers: { 200: ['{ accounts }'] }, fails: [...SESSION, 'forbidden'] },
  },
  {
    ...{ method: 'post', path: `${API}/accounts`, summary: 'Open an account (administrator)' },
    ...{ body: 'NewAccount', answers: { 201: ['The account and its one-time password'] } },
    fails: [...WRITES, 'forbidden'],
  },
  {
    ...{
      method: 'post',
      path: `${API}/accounts/{staff}/password`,
      summary: 'A new one-time password',
    },
    parameters: [['staff', 'path', 'Whose']],
    ...{ answers: { 200: ['{ password }'] }, fails: [...WRITES, 'forbidden', 'not-found'] },
  },
  {
    ...{ method: 'post', path: `${API}/accounts/{staff}/close`, summary: 'Close an account' },
    parameters: [['staff', 'path', 'Whose']],
    ...{ answers: { 204: ['Closed; it may still send'] } },
    fails: [...WRITES, 'forbidden', 'not-found'],
  },
  {
    ...{ method: 'get', path: `${API}/time`, summary: 'The server’s time', open: true },
    ...{ answers: { 200: ['{ serverTime }'] }, fails: [] },
  },
]
