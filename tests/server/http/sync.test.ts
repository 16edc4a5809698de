import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ticket } from '../../../src/domain/ticket/ticket'
import { newId } from '../../support/build/ids'
import { receiveTicket } from '../../support/build/ticket'
import { BUSINESS_TABLES, databasePrint } from '../../support/database-print'
import type { HttpClient, Reply } from '../../support/http-client'
import type { HttpCompany } from '../../support/http-company'
import { testServer, type TestServer } from '../../support/server'

let server: TestServer
let company: HttpCompany
let client: HttpClient

beforeAll(async () => {
  server = await testServer()
  company = await server.company('萌芽物业')
  client = await company.signedIn('steward')
  await client.sync()
})
afterAll(() => server.close())

const print = () => databasePrint(server.database.sql, BUSINESS_TABLES)
const post = (body: unknown) => client.json('POST', '/api/v1/sync', body)
const outcomeOf = ({ status, body }: Reply) => [
  status,
  (body as { error?: { kind: string } }).error?.kind,
]

const ticketOf = (who: HttpClient, over: Parameters<typeof receiveTicket>[2] = {}) =>
  receiveTicket(company.community, who.staff as Ticket['takenBy'], over)

const receive = (who: HttpClient, over: object = {}) =>
  who.change('Ticket', newId(), ticketOf(who), over)

describe('a call that cannot be read', () => {
  const envelope = (over: object) => ({ ...client.envelope(), ...over })
  const change = () => ({ ...receive(client), seq: client.seq })

  it.each([
    ['no staff', () => envelope({ staff: undefined }), 400, 'malformed'],
    ['a staff that is a list', () => envelope({ staff: [] }), 400, 'malformed'],
    ['a device that is no UUID', () => envelope({ device: 'phone' }), 400, 'malformed'],
    ['changes that are an object', () => envelope({ changes: {} }), 400, 'malformed'],
    ['a change without a number', () => envelope({ changes: [{ id: newId() }] }), 400, 'malformed'],
    [
      'a change id that is no UUID',
      () => envelope({ changes: [{ id: 'x', seq: 1 }] }),
      400,
      'malformed',
    ],
    [
      '201 changes',
      () => envelope({ changes: Array.from({ length: 201 }, change) }),
      400,
      'malformed',
    ],
    ['a cursor of our own making', () => envelope({ cursor: 'bm90IG91cnM' }), 400, 'malformed'],
    ['an app with a NUL', () => envelope({ app: 'a\u0000' }), 400, 'malformed'],
    ['wanting a million rows', () => envelope({ want: 1_000_000 }), 400, 'malformed'],
    ['a newer protocol', () => envelope({ protocol: 2 }), 426, 'protocol-unknown'],
    [
      'a newer protocol in an envelope we do not know',
      () => ({ protocol: 3, parcels: [{ from: 'later' }] }),
      426,
      'protocol-unknown',
    ],
    ['another person', () => envelope({ staff: newId() }), 409, 'other-person'],
    [
      'a newer schema',
      () => envelope({ changes: [{ ...change(), seq: 1, schema: 9 }] }),
      503,
      'server-behind',
    ],
    ['a gap', () => envelope({ changes: [{ ...change(), seq: 7 }] }), 409, 'sequence-gap'],
    [
      'a colleague’s change',
      () => envelope({ changes: [{ ...change(), by: newId() }] }),
      409,
      'other-person',
    ],
    ['1 MiB and more', () => envelope({ filler: 'x'.repeat(1_100_000) }), 413, 'too-large'],
  ])('for %s changes nothing', async (_name, body, status, kind) => {
    const before = await print()
    expect(outcomeOf(await post(body()))).toEqual([status, kind])
    expect(await print()).toBe(before)
    client.seq = 0
  })

  it('names the number it waits for', async () => {
    const reply = await post(client.envelope([{ ...receive(client), seq: 9 }]))
    expect(reply.body).toMatchObject({ error: { kind: 'sequence-gap', expected: 1 } })
    client.seq = 0
  })

  it('signed out changes nothing and reads nothing', async () => {
    const before = await print()
    const reply = await company.stranger().json('POST', '/api/v1/sync', client.envelope())
    expect(outcomeOf(reply)).toEqual([401, 'signed-out'])
    expect(await print()).toBe(before)
  })
})

describe('a bad change among good ones', () => {
  it.each<[string, (who: HttpClient) => object, string]>([
    [
      'an unknown kind',
      (who) => who.change('Spaceship', newId(), { act: 'launch' }),
      'unknown-kind',
    ],
    ['an unknown act', (who) => who.change('Ticket', newId(), { act: 'explode' }), 'unknown-kind'],
    [
      'an act called like a method',
      (who) => who.change('Ticket', newId(), { act: 'toString' }),
      'unknown-kind',
    ],
    [
      'wrong types',
      (who) => who.change('Ticket', newId(), { act: 'receive', title: 7 }),
      'malformed',
    ],
    [
      'a NUL',
      (who) => who.change('Ticket', newId(), ticketOf(who, { words: 'a\u0000b' })),
      'malformed',
    ],
    [
      'half a letter',
      (who) => who.change('Ticket', newId(), ticketOf(who, { words: '\ud83d' })),
      'malformed',
    ],
    ['130 KiB', (who) => receive(who, { filler: 'x'.repeat(133_120) }), 'too-large'],
    [
      'no right to it',
      (who) => who.change('Staff', newId(), { act: 'enrol', staff: null }),
      'malformed',
    ],
    [
      'another community',
      (who) => who.change('Ticket', newId(), { ...ticketOf(who), community: newId() }),
      'forbidden',
    ],
  ])('%s is refused alone', async (_name, bad, kind) => {
    const who = await company.signedIn('cleaner')
    const changes = [receive(who), bad(who), receive(who)]
    const { outcomes } = await who.sync(changes)
    expect(outcomes).toMatchObject([
      { outcome: 'accepted' },
      { outcome: 'refused', kind },
      { outcome: 'accepted' },
    ])
    expect((await who.sync(changes)).outcomes).toEqual(outcomes)
  })

  it('keeps every letter people write, an escaped backslash and a smile too', async () => {
    const who = await company.signedIn('steward')
    const words = '渗水😀 \\u0000 \\ud83d "引号" <b>不是标签</b> 𠮷'
    await who.sync([who.change('Ticket', newId(), ticketOf(who, { words }))])
    const { rows } = await who.sync([], { cursor: null })
    expect(JSON.stringify(rows)).toContain(JSON.stringify(words))
  })

  it('a change from the future counts from its arrival', async () => {
    const who = await company.signedIn('steward')
    const { outcomes, serverTime } = await who.sync([receive(who, { at: 9_000_000_000_000_000 })])
    expect(outcomes).toMatchObject([{ outcome: 'accepted' }])
    const [first] = outcomes
    expect(first && 'effectiveAt' in first && first.effectiveAt <= serverTime).toBe(true)
  })

  it('deep nesting is an outcome, not a fall', async () => {
    const who = await company.signedIn('steward')
    const deep = `${'['.repeat(40_000)}${']'.repeat(40_000)}`
    const change = who.change('Ticket', newId(), { act: 'say', words: '', photos: '@' })
    const body = JSON.stringify(who.envelope([change])).replace('"@"', deep)
    const headers = { 'content-type': 'application/json' }
    const reply = await who.call('POST', '/api/v1/sync', { headers, body })
    expect(reply.status).toBe(200)
    expect(reply.body).toMatchObject({ outcomes: [{ outcome: 'refused' }] })
  })
})

describe('a call cut off', () => {
  it('does no harm when it is repeated after a lost answer', async () => {
    const who = await company.signedIn('steward')
    const request = who.envelope([receive(who), receive(who)])
    const first = await who.json('POST', '/api/v1/sync', request)
    const before = await server.database.sql`select revision, body from record order by id`
    const again = await who.json('POST', '/api/v1/sync', request)
    const { outcomes } = first.body as { outcomes: unknown }
    expect(again.body).toMatchObject({ outcomes })
    expect(await server.database.sql`select revision, body from record order by id`).toEqual(before)
  })

  it('before its end changes nothing', async () => {
    const who = await company.signedIn('steward')
    const whole = JSON.stringify(who.envelope([receive(who)]))
    const before = await print()
    const stop = new AbortController()
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(whole.slice(0, 200)))
        stop.abort()
      },
    })
    const headers = { 'content-type': 'application/json' }
    const init = { headers, body, duplex: 'half', signal: stop.signal } as RequestInit
    await expect(who.raw('POST', '/api/v1/sync', init)).rejects.toThrow()
    await who.call('GET', '/api/v1/time')
    expect(await print()).toBe(before)
  })
})

describe('[WI16] history and exported work', () => {
  it('gives what speaks of a record to whoever may read it', async () => {
    const who = await company.signedIn('steward')
    const place = newId<NonNullable<Ticket['place']>>()
    const change = who.change('Ticket', newId(), ticketOf(who, { place }))
    await who.sync([change])
    for (const query of [`record=${change.record}`, `place=${place}`]) {
      const { body } = await who.call('GET', `/api/v1/history?${query}`)
      expect(body).toMatchObject({ rows: [{ kind: 'Ticket', id: change.record }], more: false })
    }
    const nobody = await company.signedIn()
    const { body } = await nobody.call('GET', `/api/v1/history?place=${place}`)
    expect(body).toEqual({ rows: [], more: false })
    for (const query of ['', 'record=1', `place=${place}&before=-1`, `place=${place}&before=x`])
      expect((await who.call('GET', `/api/v1/history?${query}`)).status).toBe(400)
  })

  it('keeps with each change the import it is part of', async () => {
    const who = await company.signedIn('steward')
    const importId = newId<string>()
    const mine = [receive(who, { importId }), receive(who, { importId })]
    await who.sync(mine)
    const { sql } = server.database
    const kept = await sql`select id from change_log where import_id = ${importId} order by seq`
    expect(kept.map((row) => String(row['id']))).toEqual(mine.map(({ id }) => id))
  })

  it('takes in one’s own export, a colleague’s only from an administrator, twice as once', async () => {
    const author = await company.signedIn('steward')
    const [administrator, other] = [
      await company.signedIn('administrator'),
      await company.signedIn('steward'),
    ]
    const exported = { changes: [{ ...receive(author), device: author.device }] }
    const bring = (who: HttpClient) => who.json('POST', '/api/v1/changes/import', exported)
    const before = await print()
    expect(outcomeOf(await bring(other))).toEqual([403, 'forbidden'])
    expect(await print()).toBe(before)
    const first = await bring(administrator)
    expect(first.body).toMatchObject({ outcomes: [{ outcome: 'accepted' }] })
    expect((await bring(author)).body).toEqual(first.body)
    const seen = await author.sync([], { cursor: null })
    expect(seen.rows.filter(({ id }) => id === exported.changes[0]?.record)).toHaveLength(1)
  })
  it('[WI7] takes nothing in when another person’s session stands on the shared phone', async () => {
    const author = await company.signedIn('steward')
    const other = await company.signedIn('administrator')
    const exported = { changes: [{ ...receive(author), device: author.device }] }
    const bring = (who: HttpClient, staff: string) =>
      who.json('POST', `/api/v1/changes/import?staff=${staff}`, exported)
    const before = await print()
    expect(outcomeOf(await bring(other, author.staff))).toEqual([409, 'other-person'])
    expect(await print()).toBe(before)
    expect((await bring(author, author.staff)).body).toMatchObject({
      outcomes: [{ outcome: 'accepted' }],
    })
  })
})
