import { serve } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServerApp } from '../../../server/app'
import { faultOf } from '../../../server/http/fault'
import type { CallerId } from '../../../src/domain/caller'
import type { Ticket } from '../../../src/domain/ticket/ticket'
import { newId } from '../../support/build/ids'
import { receiveTicket } from '../../support/build/ticket'
import { EventStream } from '../../support/event-stream'
import type { HttpClient } from '../../support/http-client'
import { PASSWORD, type HttpCompany } from '../../support/http-company'
import { testServer, type TestServer } from '../../support/server'
import { sha256Of, upload, webpBytes } from '../../support/tus-upload'

const NAME = '陈立冬'
const PHONE = '13800006021'
const WORDS = '三楼漏水找陈立冬'

let server: TestServer
let company: HttpCompany

beforeAll(async () => {
  server = await testServer()
  company = await server.company('萌芽物业')
})
afterAll(() => server.close())

const ticketWith = (who: HttpClient, caller: CallerId, record: string, sha256: string) => [
  who.change('Caller', caller, {
    act: 'note',
    caller: {
      ...{ id: caller, community: company.community, ticket: record, name: NAME, phone: PHONE },
      ...{ words: WORDS, saidAt: 1 },
    },
  }),
  who.change('Ticket', record, {
    ...receiveTicket(company.community, who.staff as Ticket['takenBy'], { words: WORDS, caller }),
    photos: [
      {
        ...{ sha256, width: 10, height: 10, bytes: 4_000, takenAt: 1_790_000_000_000 },
        preview: 'data:image/webp;base64,AAAA',
      },
    ],
  }),
]

/** A day at the server, with everything that goes wrong on it. Answers what must not be in the log. */
const wholeDay = async (): Promise<readonly string[]> => {
  const steward = await company.signedIn('steward')
  const administrator = await company.signedIn('administrator')
  const { account } = await company.account('steward')
  await company.stranger().signIn(account, `${PHONE}-wrong`)
  const [record, bytes] = [newId<string>(), webpBytes()]
  const acts = ticketWith(steward, newId(), record, sha256Of(bytes))
  const { outcomes } = await steward.sync(acts)
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted'])
  await steward.sync([steward.change('Ticket', record, { act: 'say', words: 7, who: NAME })])
  await upload(steward, bytes)
  await upload(steward, webpBytes(), { sha256: 'a'.repeat(64), filename: `${NAME}.webp` })
  await steward.call('GET', `/api/v1/photos/${sha256Of(bytes)}?staff=${steward.staff}&who=${NAME}`)
  await steward.call('GET', `/api/v1/history?about=${record}&q=${PHONE}`)
  const torn = { headers: { 'content-type': 'application/json' }, body: `{"name":"${NAME}` }
  await steward.call('POST', '/api/v1/sync', torn)
  await steward.call('POST', `/api/v1/${encodeURIComponent(NAME)}/${PHONE}`, torn)
  const stream = await EventStream.open(steward)
  await steward.sync([steward.change('Ticket', record, { act: 'accept', from: 'received' })])
  await stream.until('poke')
  stream.close()
  await administrator.json('POST', '/api/v1/accounts', { account: PHONE, name: NAME, roles: [] })
  await administrator.call('GET', '/api/v1/devices')
  const { sql } = server.database
  await sql`alter table record rename to record_away`
  const lost = ticketWith(steward, newId(), newId<string>(), sha256Of(bytes))
  await steward.json('POST', '/api/v1/sync', steward.envelope(lost))
  await sql`alter table record_away rename to record`
  const erasure = { kind: 'Ticket', record, reason: 'asked' }
  await administrator.json('POST', '/api/v1/erasures', erasure)
  const people = [steward, administrator]
  const sessions = people.map(({ cookie }) => cookie.split('=')[1] ?? '')
  await steward.call('DELETE', '/api/v1/session')
  return [
    ...[NAME, encodeURIComponent(NAME), PHONE, WORDS, PASSWORD, account, '萌芽物业'],
    ...[...people.map(({ staff }) => staff), record, sha256Of(bytes), company.community],
    ...[...sessions, 'staff=', 'record_away'],
  ]
}

const metricsOf = (url: string, authorization?: string) =>
  fetch(`${url}/metrics`, authorization ? { headers: { authorization } } : {})

describe('[WI2] the log of a whole day, everything told', () => {
  it('has a line for each call, and nobody in it', async () => {
    const secrets = await wholeDay()
    const logged = server.lines.join('')
    for (const route of ['session', 'sync', 'photos/:sha256', 'history', 'erasures'])
      expect(logged).toContain(`/api/v1/${route}"`)
    expect(logged).toContain('"status":503')
    expect(secrets.filter((secret) => secret === '' || logged.includes(secret))).toEqual([])
    const figures = await (await metricsOf(server.url, 'Bearer metrics-token')).text()
    expect(secrets.filter((secret) => figures.includes(secret))).toEqual([])
  })

  it('says where a fault was, and none of its words', () => {
    const quoting = new Error(`Unexpected token\n    at ${NAME} (${PHONE})\n${WORDS}`)
    const text = JSON.stringify(faultOf(quoting))
    expect(text).not.toMatch(new RegExp(`${NAME}|${PHONE}`))
    expect(faultOf(quoting).frames[0]).toContain('log-privacy.test')
  })
})

describe('[WI15] the figures', () => {
  it('are given for the token, and for no other', async () => {
    const statuses = []
    for (const given of ['Bearer metrics-token', 'Bearer metrics-toke', 'metrics-token', ''])
      statuses.push((await metricsOf(server.url, given)).status)
    expect(statuses).toEqual([200, 404, 404, 404])
  })

  it('are given to the machine itself where no proxy speaks for others', async () => {
    const alone = { trustProxy: false, metricsToken: null }
    const settings = { ...server.parts.settings, ...alone }
    const { fetch: answer } = createServerApp({ ...server.parts, settings })
    const near = await new Promise<ReturnType<typeof serve>>((done) => {
      const started = serve({ fetch: answer, hostname: '127.0.0.1', port: 0 }, () => done(started))
    })
    const url = `http://127.0.0.1:${(near.address() as AddressInfo).port}`
    expect((await metricsOf(url)).status).toBe(200)
    near.close()
    expect((await metricsOf(server.url)).status).toBe(404)
  })
})
