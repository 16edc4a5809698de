import {
  API,
  ASKER,
  CHANGES,
  HAS_BODY,
  SIGNED_IN,
  type Operation,
  type Parameter,
} from '../operation'

const DEVICE: Parameter = { name: 'device', place: 'path', words: 'Which device' }
const WHOSE: Parameter = { name: 'staff', place: 'path', words: 'Whose account' }
const SESSION: Parameter = { name: 'session', place: 'path', words: 'Which session, as listed' }

/** An administrator's calls, each in their own company. */
export const ACCOUNT_OPERATIONS: readonly Operation[] = [
  {
    ...{ id: 'listAccounts', method: 'get', path: `${API}/accounts`, summary: 'All accounts' },
    parameters: [ASKER],
    answers: { 200: ['The accounts', 'Accounts'] },
    fails: [...SIGNED_IN, 'forbidden', 'other-person'],
  },
  {
    ...{ id: 'openAccount', method: 'post', path: `${API}/accounts`, summary: 'Open an account' },
    parameters: [ASKER],
    body: 'NewAccount',
    answers: { 201: ['The account and its one-time password', 'OpenedAccount'] },
    fails: [...HAS_BODY, 'forbidden', 'other-person'],
  },
  {
    ...{ id: 'amendAccount', method: 'patch', path: `${API}/accounts/{staff}` },
    summary: 'Change a name or the duties somebody has',
    parameters: [WHOSE, ASKER],
    body: 'AmendAccount',
    answers: { 200: ['The account as it is now', 'Account'] },
    fails: [...HAS_BODY, 'forbidden', 'not-found', 'other-person'],
  },
  {
    ...{ id: 'resetPassword', method: 'post', path: `${API}/accounts/{staff}/password` },
    summary: 'A new one-time password; every session of theirs ends',
    parameters: [WHOSE, ASKER],
    answers: { 200: ['The password', 'OneTimePassword'] },
    fails: [...CHANGES, 'forbidden', 'not-found', 'other-person'],
  },
  {
    ...{ id: 'listOpenWork', method: 'get', path: `${API}/accounts/{staff}/open-work` },
    summary: 'What somebody has open: what passes to others, what waits to be taken, what is told',
    parameters: [WHOSE, ASKER],
    answers: { 200: ['The open work', 'OpenWork'] },
    fails: [...SIGNED_IN, 'forbidden', 'not-found', 'other-person'],
  },
  {
    ...{ id: 'handOn', method: 'post', path: `${API}/accounts/{staff}/hand-on` },
    summary: 'It passes to colleagues by name and, where asked, the account closes with it',
    parameters: [WHOSE, ASKER],
    body: 'HandOn',
    answers: { 200: ['What is open still', 'OpenWork'] },
    fails: [...HAS_BODY, 'forbidden', 'not-found', 'other-person'],
  },
  {
    ...{ id: 'closeAccount', method: 'post', path: `${API}/accounts/{staff}/close` },
    summary: 'Close an account; it may still send what it holds',
    parameters: [WHOSE, ASKER],
    answers: { 204: ['Closed'] },
    fails: [...CHANGES, 'forbidden', 'not-found', 'other-person'],
  },
  {
    ...{ id: 'reopenAccount', method: 'post', path: `${API}/accounts/{staff}/reopen` },
    summary: 'Open it again, with the duties it had',
    parameters: [WHOSE, ASKER],
    answers: { 204: ['Open'] },
    fails: [...CHANGES, 'forbidden', 'not-found', 'other-person'],
  },
  {
    ...{ id: 'listSessions', method: 'get', path: `${API}/accounts/{staff}/sessions` },
    summary: 'Where somebody is signed in',
    parameters: [WHOSE, ASKER],
    answers: { 200: ['The sessions, the latest first', 'Sessions'] },
    fails: [...SIGNED_IN, 'forbidden', 'not-found', 'other-person'],
  },
  {
    ...{ id: 'endSessions', method: 'delete', path: `${API}/accounts/{staff}/sessions` },
    summary: 'Sign somebody out everywhere, but for the session that asks',
    parameters: [WHOSE, ASKER],
    answers: { 204: ['Signed out'] },
    fails: [...CHANGES, 'forbidden', 'not-found', 'other-person'],
  },
  {
    ...{ id: 'endSession', method: 'delete', path: `${API}/accounts/{staff}/sessions/{session}` },
    summary: 'Sign somebody out of one; one that is over already is no fault',
    parameters: [WHOSE, SESSION, ASKER],
    answers: { 204: ['Signed out'] },
    fails: [...CHANGES, 'forbidden', 'not-found', 'other-person'],
  },
  {
    ...{ id: 'listDevices', method: 'get', path: `${API}/devices`, summary: 'All devices' },
    parameters: [ASKER],
    answers: { 200: ['The devices', 'Devices'] },
    fails: [...SIGNED_IN, 'forbidden', 'other-person'],
  },
  {
    ...{ id: 'revokeDevice', method: 'post', path: `${API}/devices/{device}/revoke` },
    summary: 'Revoke a device: it sends what it holds, is given nothing and is signed out',
    parameters: [DEVICE],
    answers: { 204: ['Revoked'] },
    fails: [...CHANGES, 'forbidden', 'not-found'],
  },
  {
    ...{ id: 'reinstateDevice', method: 'post', path: `${API}/devices/{device}/reinstate` },
    summary: 'Take that back',
    parameters: [DEVICE],
    answers: { 204: ['Taken back'] },
    fails: [...CHANGES, 'forbidden', 'not-found'],
  },
]
