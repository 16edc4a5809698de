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

/** An administrator's calls, each in their own company. */
export const ACCOUNT_OPERATIONS: readonly Operation[] = [
  {
    ...{ id: 'listAccounts', method: 'get', path: `${API}/accounts`, summary: 'All accounts' },
    answers: { 200: ['The accounts', 'Accounts'] },
    fails: [...SIGNED_IN, 'forbidden'],
  },
  {
    ...{ id: 'openAccount', method: 'post', path: `${API}/accounts`, summary: 'Open an account' },
    body: 'NewAccount',
    answers: { 201: ['The account and its one-time password', 'OpenedAccount'] },
    fails: [...HAS_BODY, 'forbidden'],
  },
  {
    ...{ id: 'amendAccount', method: 'patch', path: `${API}/accounts/{staff}` },
    summary: 'Change a name or the duties somebody has',
    parameters: [WHOSE],
    body: 'AmendAccount',
    answers: { 200: ['The account as it is now', 'Account'] },
    fails: [...HAS_BODY, 'forbidden', 'not-found'],
  },
  {
    ...{ id: 'resetPassword', method: 'post', path: `${API}/accounts/{staff}/password` },
    summary: 'A new one-time password; every session of theirs ends',
    parameters: [WHOSE],
    answers: { 200: ['The password', 'OneTimePassword'] },
    fails: [...CHANGES, 'forbidden', 'not-found'],
  },
  {
    ...{ id: 'closeAccount', method: 'post', path: `${API}/accounts/{staff}/close` },
    summary: 'Close an account; it may still send what it holds',
    parameters: [WHOSE],
    answers: { 204: ['Closed'] },
    fails: [...CHANGES, 'forbidden', 'not-found'],
  },
  {
    ...{ id: 'reopenAccount', method: 'post', path: `${API}/accounts/{staff}/reopen` },
    summary: 'Open it again, with the duties it had',
    parameters: [WHOSE],
    answers: { 204: ['Open'] },
    fails: [...CHANGES, 'forbidden', 'not-found'],
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
