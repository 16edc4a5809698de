import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ticket } from '../../../src/domain/ticket/ticket'
import { newId } from '../../support/build/ids'
import { receiveTicket } from '../../support/build/ticket'
import { EventStream } from '../../support/event-stream'
import { HttpClient } from '../../support/http-client'
import type { HttpCompany } from '../../support/http-company'
import { testServer, type TestServer } from '../../support/server'
import { createUpload, offsetOf, sendBytes, sha256Of, webpBytes } from '../../support/tus-upload'

let here: TestServer
let there: TestServer
let company: HttpCompany

beforeAll(async () => {
  here = await testServer()
  there = await testServer(null, here)
  company = await here.company('萌芽物业')
})
afterAll(async () => {
  await there.close()
  await here.close()
})

/** The same browser, as the proxy sends it to the other server. */
const atThere = (client: HttpClient): HttpClient =>
  Object.assign(new HttpClient(there.url), { cookie: client.cookie, staff: client.staff })

const half = 2_000
const beginUpload = async (client: HttpClient, bytes: Uint8Array): Promise<string> => {
  const metadata = { sha256: sha256Of(bytes), filetype: 'image/webp' }
  const created = await createUpload(client, bytes.length, metadata)
  expect(created.status).toBe(201)
  return created.headers.get('location') ?? ''
}
const isHere = async (client: HttpClient, bytes: Uint8Array) =>
  (await client.call('HEAD', `/api/v1/photos/${sha256Of(bytes)}?staff=${client.staff}`)).status

describe('[WI20] two servers over one database', () => {
  it('poke at one who writes at the other', async () => {
    const [writer, watcher] = [await company.signedIn('steward'), await company.signedIn('steward')]
    const stream = await EventStream.open(atThere(watcher))
    const act = receiveTicket(company.community, writer.staff as Ticket['takenBy'])
    await writer.sync([writer.change('Ticket', newId(), act)])
    await stream.until('poke')
    expect(stream.events).toContain('poke')
    stream.close()
  })

  it('slow one guesser down together', async () => {
    const { account } = await company.account('steward')
    const guess = (server: TestServer) =>
      new HttpClient(server.url).json('POST', '/api/v1/session', { account, password: 'wrong' })
    const tries = await Promise.all(
      Array.from({ length: 14 }, (_, index) => guess(index % 2 === 0 ? here : there)),
    )
    const statuses = tries.map(({ status }) => status).sort()
    expect(statuses).toEqual([...Array<number>(10).fill(401), ...Array<number>(4).fill(429)])
  })

  it('take an upload that was begun at one on at the other', async () => {
    const client = await company.signedIn('steward')
    const bytes = webpBytes()
    const path = await beginUpload(client, bytes)
    expect((await sendBytes(client, path, 0, bytes.subarray(0, half))).status).toBe(204)
    const other = atThere(client)
    expect((await offsetOf(other, path)).headers.get('upload-offset')).toBe(String(half))
    expect((await sendBytes(other, path, half, bytes.subarray(half))).status).toBe(204)
    expect(await isHere(client, bytes)).toBe(200)
  })

  it('let a phone whose line broke come back at the other before its old call has ended', async () => {
    const client = await company.signedIn('steward')
    const bytes = webpBytes()
    const path = await beginUpload(client, bytes)
    let end: () => void = () => undefined
    const stalling = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(Uint8Array.from(bytes.subarray(0, half)))
        end = () => controller.error(new Error('the line broke'))
      },
    })
    const headers = {
      ...{ 'tus-resumable': '1.0.0', 'upload-offset': '0' },
      'content-type': 'application/offset+octet-stream',
    }
    const init = { headers, body: stalling, duplex: 'half' } as RequestInit
    const old = client.call('PATCH', path, init).catch(() => null)
    const other = atThere(client)
    let offset = 0
    while (offset < half) {
      const look = await offsetOf(other, path)
      offset = Number(look.headers.get('upload-offset') ?? 0)
    }
    expect((await sendBytes(other, path, offset, bytes.subarray(offset))).status).toBe(204)
    expect(await isHere(client, bytes)).toBe(200)
    end()
    await old
    expect(await here.database.sql`select 1 from upload_lock`).toEqual([])
  })
})
