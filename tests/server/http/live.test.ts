import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ticket } from '../../../src/domain/ticket/ticket'
import { newId } from '../../support/build/ids'
import { receiveTicket } from '../../support/build/ticket'
import { EventStream } from '../../support/event-stream'
import type { HttpClient } from '../../support/http-client'
import type { HttpCompany } from '../../support/http-company'
import { testServer, type TestServer } from '../../support/server'

let server: TestServer
let company: HttpCompany

beforeAll(async () => {
  server = await testServer()
  company = await server.company('萌芽物业')
})
afterAll(() => server.close())

const write = (who: HttpClient, where: HttpCompany) =>
  who.sync([
    who.change('Ticket', newId(), receiveTicket(where.community, who.staff as Ticket['takenBy'])),
  ])

describe('[WI12] a live stream', () => {
  it('pokes whoever holds the scope that changed, without a word of what', async () => {
    const other = await server.company('青禾物业')
    const [writer, watcher] = [
      await company.signedIn('steward'),
      await company.signedIn('engineer'),
    ]
    const [nobody, foreign] = [await company.signedIn(), await other.signedIn('steward')]
    const streams = await Promise.all(
      [watcher, nobody, foreign].map((client) => EventStream.open(client)),
    )
    const [watched, unheld, elsewhere] = streams
    expect(watched?.response.headers.get('content-type')).toContain('text/event-stream')
    expect(watched?.response.headers.get('x-accel-buffering')).toBe('no')
    expect(watched?.response.headers.get('cache-control')).toBe('no-store')
    expect(watched?.response.headers.get('content-encoding')).toBeNull()
    await write(writer, company)
    await watched?.until('poke')
    expect(watched?.events).toEqual([':', 'poke'])
    await write(foreign, other)
    await elsewhere?.until('poke')
    expect(unheld?.events).toEqual([':'])
    expect(watched?.events).toEqual([':', 'poke'])
    for (const stream of streams) stream.close()
  })

  it('misses nothing that came after it was opened', async () => {
    const [writer, watcher] = [
      await company.signedIn('steward'),
      await company.signedIn('engineer'),
    ]
    for (let round = 0; round < 5; round += 1) {
      const stream = await EventStream.open(watcher)
      await write(writer, company)
      await stream.until('poke')
      expect(stream.events).toContain('poke')
      stream.close()
    }
  })

  it('says bye when its session ends, by sign-out, a new password or an administrator', async () => {
    const [leaver, administrator] = [
      await company.signedIn('steward'),
      await company.signedIn('administrator'),
    ]
    const left = await EventStream.open(leaver)
    await leaver.call('DELETE', '/api/v1/session')
    await left.end()
    expect(left.events.at(-1)).toBe('bye')
    const closed = await company.signedIn('steward')
    const stream = await EventStream.open(closed)
    await administrator.call('POST', `/api/v1/accounts/${closed.staff}/close`)
    await stream.end()
    expect(stream.events.at(-1)).toBe('bye')
  })

  it('[WI7] is for the session’s person alone', async () => {
    const who = await company.signedIn('steward')
    expect((await who.call('GET', `/api/v1/live?staff=${newId()}`)).status).toBe(409)
    expect((await who.call('GET', '/api/v1/live')).status).toBe(400)
    expect((await company.stranger().call('GET', '/api/v1/live')).status).toBe(401)
  })

  it('is told goodbye, never 503, while the database is away', async () => {
    const who = await company.signedIn('steward')
    const { sql } = server.database
    await sql`alter table session rename to session_away`
    const stream = await EventStream.open(who)
    await stream.end()
    await sql`alter table session_away rename to session`
    expect([stream.response.status, stream.events]).toEqual([200, ['bye']])
  })
})
