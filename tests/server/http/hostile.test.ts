import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WIRE_ERRORS, type WireErrorKind } from '../../../src/protocol/wire-error'
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
  client = await company.signedIn('steward', 'administrator')
  await client.sync()
})
afterAll(() => server.close())

const print = () => databasePrint(server.database.sql, BUSINESS_TABLES)

/** How the database looked last; null once something was taken. */
let known: string | null = null

/** Every answer is one of the table's, and what failed left nothing. */
const check = async (send: () => Promise<Reply>): Promise<Reply> => {
  const before = (known ??= await print())
  const reply = await send()
  if (reply.status < 300) {
    known = null
    return reply
  }
  const { kind } = (reply.body as { error: { kind: WireErrorKind } }).error
  // tus has a status of its own for a call that does not say which tus it speaks.
  if (reply.status !== 412) expect([kind, reply.status]).toEqual([kind, WIRE_ERRORS[kind]])
  expect(kind).not.toBe('unavailable')
  expect(await print()).toBe(before)
  return reply
}

const post = (path: string, body: string | Uint8Array) =>
  client.call('POST', path, {
    headers: { 'content-type': 'application/json' },
    body: body as BodyInit,
  })

const validCall = (): object => {
  const act = receiveTicket(company.community, client.staff as Ticket['takenBy'])
  const record = newId<string>()
  const seqFrom = { ...client.change('Ticket', record, act) }
  const say = client.change('Ticket', record, { act: 'say', words: '到了', photos: [] })
  client.seq -= 2
  return client.envelope([seqFrom, say])
}

const evil: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, true, -1, 0, 1e308, -0.5, 2 ** 53, '', '\u0000', '\ud800', '__proto__', [], {}],
    ...["'; drop table record; --", 'x'.repeat(5_000), { act: 'constructor' }, [[[[]]]]],
  ),
  fc.jsonValue({ maxDepth: 3 }),
)

/** Where something stands in a body: the steps to it. */
const placesIn = (value: unknown, steps: readonly string[] = []): (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? [steps, ...Object.entries(value).flatMap(([key, each]) => placesIn(each, [...steps, key]))]
    : [steps]

const replaced = (value: unknown, [step, ...rest]: readonly string[], by: unknown): unknown => {
  if (step === undefined) return by
  const changed: unknown = Array.isArray(value)
    ? [...(value as unknown[])]
    : { ...(value as object) }
  const bag = changed as Record<string, unknown>
  bag[step] = replaced(bag[step], rest, by)
  return changed
}

const lastSeq = async (): Promise<number> => {
  const [row] = await server.database.sql<{ last: number }[]>`
    select last_seq as last from device where id = ${client.device}`
  return row?.last ?? 0
}

/** The device goes on counting from where the server is. */
const settle = async () => {
  client.seq = await lastSeq()
}

describe('[WI2] a hostile client', () => {
  it('that spoils one place of a good call gets an outcome or a documented error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), evil, async (which, value) => {
        await settle()
        const body = validCall()
        const places = placesIn(body)
        const place = places[which % places.length] ?? []
        const text = JSON.stringify(replaced(body, place, value)) as string | undefined
        const reply = await check(() => post('/api/v1/sync', text ?? ''))
        if (reply.status === 200)
          expect((reply.body as { outcomes: unknown }).outcomes).toBeInstanceOf(Array)
      }),
      { numRuns: 150, seed: 20261125 },
    )
    await settle()
    expect((await post('/api/v1/sync', JSON.stringify(validCall()))).status).toBe(200)
    known = null
  }, 300_000)

  it('that sends any bytes anywhere is refused in the words of the table', async () => {
    const paths = [
      ...['/api/v1/sync', '/api/v1/changes/import', '/api/v1/session', '/api/v1/session/password'],
      ...['/api/v1/accounts', '/api/v1/erasures', '/api/v1/uploads'],
    ]
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.json().map((text) => new TextEncoder().encode(text)),
    )
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), bytes, async (path, body) => {
        const reply = await check(() => post(path, Uint8Array.from(body)))
        expect(reply.status).toBeGreaterThanOrEqual(400)
      }),
      { numRuns: 120, seed: 20261125 },
    )
  }, 300_000)

  it('that invents a cursor, a path or a query gets no further', async () => {
    const word = fc.string({ unit: 'binary', maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(word, word, async (one, other) => {
        const cursor = Buffer.from(one).toString('base64url')
        const body = JSON.stringify(client.envelope([], { cursor }))
        expect((await check(() => post('/api/v1/sync', body))).status).toBe(400)
        const [a, b] = [
          encodeURIComponent(one.toWellFormed()),
          encodeURIComponent(other.toWellFormed()),
        ]
        for (const path of [
          `/api/v1/history?record=${a}&before=${b}`,
          `/api/v1/photos/${a}?staff=${client.staff}`,
          `/api/v1/live?staff=${b}`,
        ])
          expect((await check(() => client.call('GET', path))).status).toBeGreaterThanOrEqual(400)
      }),
      { numRuns: 40, seed: 20261125 },
    )
  }, 300_000)
})
