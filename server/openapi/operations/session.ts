import { API, CHANGES, HAS_BODY, SIGNED_IN, type Operation } from '../operation'

export const SESSION_OPERATIONS: readonly Operation[] = [
  {
    ...{ id: 'signIn', method: 'post', path: `${API}/session`, summary: 'Sign in', open: true },
    body: 'SignIn',
    answers: { 200: ['Signed in; a session cookie is set', 'Session'] },
    fails: [
      ...(['malformed', 'wrong-credentials', 'foreign-origin'] as const),
      ...(['too-large', 'slow-down', 'unavailable'] as const),
    ],
  },
  {
    ...{ id: 'readSession', method: 'get', path: `${API}/session`, summary: 'Who is signed in' },
    answers: { 200: ['The session', 'Session'] },
    fails: SIGNED_IN,
  },
  {
    ...{ id: 'signOut', method: 'delete', path: `${API}/session`, summary: 'Sign out' },
    answers: { 204: ['Signed out'] },
    fails: CHANGES,
  },
  {
    ...{ id: 'changePassword', method: 'post', path: `${API}/session/password` },
    summary: 'Change one’s own password',
    body: 'NextPassword',
    answers: { 204: ['Changed; every other session ends'] },
    fails: [...HAS_BODY, 'wrong-credentials', 'slow-down'],
  },
  {
    ...{ id: 'readTime', method: 'get', path: `${API}/time`, summary: 'The server’s time' },
    open: true,
    answers: { 200: ['Now', 'Time'] },
    fails: [],
  },
  {
    ...{ id: 'readContract', method: 'get', path: `${API}/openapi.json`, summary: 'This page' },
    open: true,
    answers: { 200: ['OpenAPI 3.1'] },
    fails: [],
  },
  {
    ...{ id: 'isAlive', method: 'get', path: '/healthz', summary: 'Whether the process lives' },
    open: true,
    answers: { 200: ['It does'] },
    fails: [],
  },
  {
    ...{ id: 'isReady', method: 'get', path: '/readyz', summary: 'Whether the database answers' },
    open: true,
    answers: { 200: ['It does'] },
    fails: ['unavailable'],
  },
]
