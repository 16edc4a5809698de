import { communityScope } from '../../../src/domain/scope'
import { PROTOCOL, SCHEMA } from '../../../src/protocol/version'
import * as the from './names'
import { ticketExample } from './ticket'

const change = {
  ...{ id: the.CHANGE, seq: 1, at: the.NINE, clockOffset: -340, by: the.STAFF },
  ...{ kind: 'Ticket', record: the.TICKET, schema: SCHEMA, act: ticketExample.acts.say },
}

const session = {
  staff: { id: the.STAFF, name: '李敏', roles: ['steward'] },
  company: { id: the.COMPANY, name: '萌芽物业' },
  scopes: [communityScope(the.COMMUNITY), 'company'],
  standIns: [
    {
      ...{ role: 'steward', community: the.COMMUNITY, buildings: [] },
      standIn: { for: the.ENGINEER, from: the.NINE, until: the.NINE + 604_800_000 },
    },
  ],
  serverTime: the.NINE,
  expiresAt: the.NINE + 1_209_600_000,
}

const outcome = {
  ...{ id: the.CHANGE, outcome: 'accepted', version: 812, revision: 812 },
  effectiveAt: the.NINE - 340,
}

const gone = {
  ...{ kind: 'Ticket', id: the.TICKET, scope: communityScope(the.COMMUNITY) },
  ...{ revision: 813, gone: 'moved' },
}

const waiting = { changes: 3, photos: 4, oldestAt: the.NINE }
const heard = { device: the.DEVICE, staff: the.STAFF, heardAt: the.NINE, waiting, app: '1.4.0' }
const grant = { role: 'engineer', community: the.COMMUNITY, buildings: [] }
const standIn = {
  ...{ ...grant, role: 'steward' },
  standIn: { for: the.STAFF, from: the.NINE, until: the.NINE + 604_800_000 },
}

const account = {
  ...{ staff: the.ENGINEER, account: 'zhaoqiang', name: '赵强', roles: ['engineer'] },
  ...{ grants: [grant], closedAt: null },
}

const newErasure = { kind: 'Caller', record: the.TICKET, reason: 'asked' }
const erasure = { ...newErasure, at: the.NINE, by: the.STAFF }

/** An example of each body that is not a record or an act, by its schema's name. */
export const WIRE_EXAMPLES: Readonly<Record<string, unknown>> = {
  SignIn: { account: 'limin', password: 'correct horse', deviceName: '李敏的手机' },
  NextPassword: { current: 'correct horse', next: 'battery staple' },
  Session: session,
  Change: change,
  SyncRequest: {
    ...{ protocol: PROTOCOL, staff: the.STAFF, device: the.DEVICE, app: '1.4.0', schema: SCHEMA },
    ...{ cursor: null, changes: [change], waiting, want: 2_000 },
  },
  SyncAnswer: {
    ...{ protocol: PROTOCOL, serverTime: the.NINE, outcomes: [outcome], rows: [gone] },
    scopes: { granted: ['company'], revoked: [], incomplete: [] },
    ...{ cursor: 'eyJ0IjowfQ', more: false, update: false, backedUpTo: 640, missingPhotos: [] },
    keptDays: 90,
  },
  History: { rows: [gone], more: false },
  ImportRequest: { changes: [{ ...change, device: the.DEVICE }] },
  ImportAnswer: { outcomes: [outcome] },
  Presence: { devices: [heard] },
  Devices: {
    devices: [
      {
        ...{ ...heard, lastSeq: 57, registeredAt: the.NINE, schema: SCHEMA },
        ...{ name: 'Mozilla/5.0 (Linux; Android 14)', isSignedIn: true, revokedAt: null },
      },
    ],
  },
  NewAccount: { account: 'zhaoqiang', name: '赵强', grants: [grant] },
  AmendAccount: { give: [standIn], take: [grant] },
  Account: account,
  Accounts: { accounts: [{ ...account, heardAt: the.NINE, sessions: 1 }] },
  Sessions: {
    sessions: [
      {
        ...{ id: 'Zr0mJ8q2cVbX1nWd5tKfYA', name: 'Mozilla/5.0 (Linux; Android 14)' },
        ...{ device: the.DEVICE, since: the.NINE, until: the.NINE + 1_209_600_000, own: false },
      },
    ],
  },
  OpenedAccount: { ...account, password: 'k7m2pqx4rtbn' },
  OneTimePassword: { password: 'k7m2pqx4rtbn' },
  Audit: {
    lines: [
      {
        ...{ id: the.CHANGE, at: the.NINE, by: the.STAFF, sort: 'account', deed: 'grant' },
        ...{ staff: the.ENGINEER, people: null, building: null, why: '' },
        ...{ given: [standIn], taken: [] },
      },
    ],
    ...{ before: null, total: 1 },
  },
  OpenWork: {
    groups: [
      {
        ...{ what: 'tickets', community: the.COMMUNITY },
        lines: [{ id: the.TICKET, title: '地下室灯不亮', dueAt: the.NINE }],
      },
    ],
    waiting: [{ what: 'first', community: the.COMMUNITY, to: the.STAFF, n: 2 }],
    told: { resolved: 1, rounds: 0, plans: 1, appointments: 2, handovers: 0 },
  },
  HandOn: {
    give: [{ what: 'tickets', community: the.COMMUNITY, to: the.ENGINEER }],
    ...{ words: '离职交接', close: true },
  },
  NewErasure: newErasure,
  Erasure: erasure,
  Erasures: { erasures: [erasure] },
  Time: { serverTime: the.NINE },
  Error: { error: { kind: 'sequence-gap', message: '中间少了几条。', expected: 58 } },
}
