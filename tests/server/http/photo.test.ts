import { readdirSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { Upload } from 'tus-js-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sweepPhotos } from '../../../server/photo/photo-sweep'
import { DAY } from '../../../src/domain/instant'
import type { Ticket } from '../../../src/domain/ticket/ticket'
import { newId } from '../../support/build/ids'
import { receiveTicket } from '../../support/build/ticket'
import { PUBLIC_URL, type HttpClient } from '../../support/http-client'
import type { HttpCompany } from '../../support/http-company'
import { testServer, type TestServer } from '../../support/server'
import { soundRef } from '../../support/build/sound'
import {
  audioBytes,
  createUpload,
  endUpload,
  offsetOf,
  sendBytes,
  sendCut,
  sendRest,
  sha256Of,
  upload,
  webpBytes,
} from '../../support/tus-upload'

let server: TestServer
let company: HttpCompany

beforeAll(async () => {
  server = await testServer()
  company = await server.company('萌芽物业')
})
afterAll(() => server.close())

const look = (who: HttpClient, sha256: string, method = 'HEAD') =>
  who.call(method, `/api/v1/photos/${sha256}?staff=${who.staff}`)

const ticketNaming = (who: HttpClient, sha256: string) =>
  who.change('Ticket', newId(), {
    ...receiveTicket(company.community, who.staff as Ticket['takenBy']),
    photos: [
      {
        ...{ sha256, width: 10, height: 10, bytes: 4_000, takenAt: 1_790_000_000_000 },
        preview: 'data:image/webp;base64,AAAA',
      },
    ],
  })

const uploadsFolder = () => join(server.photoDir, 'uploads')
const uploadsLeft = () => readdirSync(uploadsFolder())
const kindOf = (body: unknown) => (body as { error?: { kind: string } } | null)?.error?.kind

describe('[WI9] sending a photo', () => {
  it('is there once the server hashed all its bytes, and not before', async () => {
    const who = await company.signedIn('steward')
    const bytes = webpBytes()
    const sha256 = sha256Of(bytes)
    const metadata = { sha256, filetype: 'image/webp' }
    const created = await createUpload(who, bytes.length, metadata)
    const path = created.headers.get('location') ?? ''
    expect([...created.headers.keys()].filter((name) => name.startsWith('access-'))).toEqual([])
    expect(path).toMatch(/^\/api\/v1\/uploads\/[\w-]{24}$/)
    await sendBytes(who, path, 0, bytes.subarray(0, 1_000))
    expect((await look(who, sha256)).status).toBe(404)
    const asked = await offsetOf(who, `${path}?staff=${who.staff}`)
    expect(asked.headers.get('upload-offset')).toBe('1000')
    expect((await sendBytes(who, path, 1_000, bytes.subarray(1_000))).status).toBe(204)
    expect((await look(who, sha256)).status).toBe(200)
    const got = await who.raw('GET', `/api/v1/photos/${sha256}?staff=${who.staff}`)
    expect(sha256Of(new Uint8Array(await got.arrayBuffer()))).toBe(sha256)
    expect(got.headers.get('content-type')).toBe('image/webp')
    expect(got.headers.get('cache-control')).toBe('private, no-store')
    expect(got.headers.get('x-content-type-options')).toBe('nosniff')
    expect(uploadsLeft()).toEqual([])
  })

  it('goes through the client phones use, in parts', async () => {
    const who = await company.signedIn('steward')
    const bytes = webpBytes(300_000)
    await new Promise<void>((done, fail) => {
      new Upload(Buffer.from(bytes), {
        endpoint: `${server.url}/api/v1/uploads?staff=${who.staff}`,
        headers: { cookie: who.cookie, origin: PUBLIC_URL },
        metadata: { sha256: sha256Of(bytes), filetype: 'image/webp' },
        chunkSize: 100_000,
        retryDelays: [],
        onSuccess: () => done(),
        onError: fail,
      }).start()
    })
    expect((await look(who, sha256Of(bytes))).status).toBe(200)
  })

  it('is whole again after a cut in the middle of the bytes', async () => {
    const who = await company.signedIn('steward')
    const bytes = webpBytes(2_000_000)
    const metadata = { sha256: sha256Of(bytes), filetype: 'image/webp' }
    const path = (await createUpload(who, bytes.length, metadata)).headers.get('location') ?? ''
    await expect(sendCut(who, path, bytes, 1_000_000)).rejects.toThrow()
    expect(await sendRest(who, path, bytes)).toBe(204)
    expect((await look(who, metadata.sha256)).status).toBe(200)
  })

  it('of other bytes than said, or of another type, is 460 and leaves nothing', async () => {
    const who = await company.signedIn('steward')
    const before = uploadsLeft()
    const other = await upload(who, webpBytes(), { sha256: 'a'.repeat(64) })
    expect([other.status, kindOf(other.body)]).toEqual([460, 'malformed'])
    const page = Buffer.from('<html><script>alert(1)</script></html>')
    for (const filetype of ['image/webp', 'image/jpeg', 'audio/webm', 'audio/mp4'])
      expect((await upload(who, page, { filetype })).status).toBe(460)
    expect((await look(who, sha256Of(page))).status).toBe(404)
    expect((await look(who, 'a'.repeat(64))).status).toBe(404)
    expect(uploadsLeft()).toEqual(before)
  })

  it('is refused before a byte is sent when it is no photo, too large or of no length', async () => {
    const who = await company.signedIn('steward')
    const before = uploadsLeft()
    const sha256 = 'b'.repeat(64)
    const cases = [
      [100, { sha256, filetype: 'text/html' }, 400, 'malformed'],
      [100, { sha256, filetype: 'image/svg+xml' }, 400, 'malformed'],
      [100, { sha256: '../../etc', filetype: 'image/webp' }, 400, 'malformed'],
      [100, { filetype: 'image/webp' }, 400, 'malformed'],
      [0, { sha256, filetype: 'image/webp' }, 400, 'malformed'],
      [8 * 1024 * 1024 + 1, { sha256, filetype: 'image/webp' }, 413, 'too-large'],
    ] as const
    for (const [length, metadata, status, kind] of cases) {
      const reply = await createUpload(who, length, { ...metadata })
      expect([reply.status, kindOf(reply.body)]).toEqual([status, kind])
    }
    const deferred = await who.call('POST', '/api/v1/uploads', {
      headers: { 'tus-resumable': '1.0.0', 'upload-defer-length': '1' },
    })
    expect(deferred.status).toBe(400)
    expect(uploadsLeft()).toEqual(before)
  })

  it('sent again when it is here already does not truncate what is here', async () => {
    const [who, other] = [await company.signedIn('steward'), await company.signedIn('steward')]
    const bytes = webpBytes()
    await upload(who, bytes)
    const again = await createUpload(who, bytes.length, {
      ...{ sha256: sha256Of(bytes), filetype: 'image/webp' },
    })
    expect(again.status).toBe(201)
    const { headers } = await look(who, sha256Of(bytes))
    expect(headers.get('content-length')).toBe(String(bytes.length))
    await endUpload(who, again.headers.get('location') ?? '')
    expect((await look(other, sha256Of(bytes))).status).toBe(404)
    await upload(other, bytes)
    expect((await look(other, sha256Of(bytes))).status).toBe(200)
  })

  it('can be given up, is nobody else’s, and is never read there', async () => {
    const who = await company.signedIn('steward')
    const neighbour = await company.signedIn('steward', 'administrator')
    const bytes = webpBytes()
    const metadata = { sha256: sha256Of(bytes), filetype: 'image/webp' }
    const path = (await createUpload(who, bytes.length, metadata)).headers.get('location') ?? ''
    expect((await offsetOf(neighbour, path)).status).toBe(404)
    expect((await sendBytes(neighbour, path, 0, bytes)).status).toBe(404)
    expect((await endUpload(neighbour, path)).status).toBe(404)
    expect((await who.call('GET', path)).status).toBe(404)
    const forged = { 'x-mengya-owner': `${company.id} ${who.staff}` }
    const patch = { headers: { 'tus-resumable': '1.0.0', ...forged } }
    expect((await neighbour.call('HEAD', path, patch)).status).toBe(404)
    expect((await endUpload(who, path)).status).toBe(204)
    expect((await offsetOf(who, path)).status).toBe(404)
  })

  it('for another person than the session’s is other-person', async () => {
    const [who, other] = [await company.signedIn('steward'), await company.signedIn('steward')]
    who.staff = other.staff
    const created = await createUpload(who, 10, { sha256: 'c'.repeat(64), filetype: 'image/webp' })
    expect([created.status, kindOf(created.body)]).toEqual([409, 'other-person'])
  })

  it('that was whole when the server fell is finished when it is asked about', async () => {
    const who = await company.signedIn('steward')
    const bytes = webpBytes()
    const metadata = { sha256: sha256Of(bytes), filetype: 'image/webp' }
    const path = (await createUpload(who, bytes.length, metadata)).headers.get('location') ?? ''
    const { sql } = server.database
    await sql`alter table photo rename to photo_away`
    expect((await sendBytes(who, path, 0, bytes)).status).toBeGreaterThanOrEqual(500)
    await sql`alter table photo_away rename to photo`
    expect((await look(who, metadata.sha256)).status).toBe(404)
    await offsetOf(who, path)
    expect((await look(who, metadata.sha256)).status).toBe(200)
  })
})

describe('[WI10] seeing a photo', () => {
  it('is for whoever holds a scope with a record that names it, by one who had sent it', async () => {
    const [taker, colleague] = [
      await company.signedIn('steward'),
      await company.signedIn('engineer'),
    ]
    const bytes = webpBytes()
    const sha256 = sha256Of(bytes)
    const change = ticketNaming(taker, sha256)
    await taker.sync([change])
    const before = await colleague.sync()
    expect(before.rows.find(({ id }) => id === change.record)).toMatchObject({
      photosMissing: [sha256],
    })
    expect((await taker.sync()).missingPhotos).toContain(sha256)
    await upload(taker, bytes)
    const after = await colleague.sync()
    expect(after.rows.map(({ id }) => id)).toEqual([change.record])
    expect(after.rows[0]).not.toHaveProperty('photosMissing')
    expect((await look(colleague, sha256, 'GET')).status).toBe(200)
    const nobody = await company.signedIn()
    expect((await look(nobody, sha256, 'GET')).status).toBe(404)
  })

  it('is not for whoever names a hash they heard of', async () => {
    const [owner, thief] = [await company.signedIn('steward'), await company.signedIn('steward')]
    const bytes = webpBytes()
    await upload(owner, bytes)
    await thief.sync([ticketNaming(thief, sha256Of(bytes))])
    expect((await look(thief, sha256Of(bytes), 'GET')).status).toBe(404)
  })

  it('is for them too when whoever brought the work in had sent it', async () => {
    const [author, administrator, colleague] = [
      await company.signedIn('steward'),
      await company.signedIn('administrator'),
      await company.signedIn('engineer'),
    ]
    const [up, unsent] = [webpBytes(), webpBytes()]
    const words = ticketNaming(author, sha256Of(up))
    await author.sync([words])
    const changes = [words, ticketNaming(author, sha256Of(unsent))].map((change) => ({
      ...{ ...change, device: author.device },
    }))
    for (const bytes of [up, unsent]) await upload(administrator, bytes)
    expect((await look(colleague, sha256Of(up), 'GET')).status).toBe(404)
    await administrator.json('POST', '/api/v1/changes/import', { changes })
    for (const who of [colleague, author])
      for (const bytes of [up, unsent])
        expect((await look(who, sha256Of(bytes), 'GET')).status).toBe(200)
  })

  it('wants the person named, and no other', async () => {
    const who = await company.signedIn('steward')
    const bytes = webpBytes()
    await upload(who, bytes)
    const path = `/api/v1/photos/${sha256Of(bytes)}`
    expect((await who.call('GET', path)).status).toBe(400)
    expect((await who.call('GET', `${path}?staff=${newId()}`)).status).toBe(409)
  })
})

describe('[SO3] a voice note', () => {
  it.each(['audio/webm', 'audio/mp4'] as const)(
    'of %s is missed, sent, asked for and heard like a photo',
    async (type) => {
      const [speaker, desk] = [
        await company.signedIn('steward'),
        await company.signedIn('supervisor'),
      ]
      const bytes = audioBytes(type)
      const sha256 = sha256Of(bytes)
      const change = speaker.change('Ticket', newId(), {
        ...receiveTicket(company.community, speaker.staff as Ticket['takenBy']),
        sounds: [soundRef('a', { sha256, type, bytes: bytes.length })],
      })
      await speaker.sync([change])
      const before = await desk.sync()
      expect(before.rows.find(({ id }) => id === change.record)).toMatchObject({
        photosMissing: [sha256],
      })
      expect((await speaker.sync()).missingPhotos).toContain(sha256)
      expect((await look(desk, sha256)).status).toBe(404)
      expect((await upload(speaker, bytes, { filetype: type })).status).toBe(204)
      const after = await desk.sync()
      expect(after.rows.map(({ id }) => id)).toEqual([change.record])
      expect(after.rows[0]).not.toHaveProperty('photosMissing')
      const heard = await desk.raw('GET', `/api/v1/photos/${sha256}?staff=${desk.staff}`)
      expect(heard.headers.get('content-type')).toBe(type)
      expect(sha256Of(new Uint8Array(await heard.arrayBuffer()))).toBe(sha256)
    },
  )

  it('is not taken when its bytes are another sound’s than was said', async () => {
    const who = await company.signedIn('steward')
    const bytes = audioBytes('audio/webm')
    expect((await upload(who, bytes, { filetype: 'audio/mp4' })).status).toBe(460)
    expect((await look(who, sha256Of(bytes))).status).toBe(404)
  })
})

describe('[WI11] what nobody needs', () => {
  it('goes: unfinished uploads after 30 days, photos no record names after 180', async () => {
    const who = await company.signedIn('steward')
    const [named, unnamed, half] = [webpBytes(), webpBytes(), webpBytes()]
    await who.sync([ticketNaming(who, sha256Of(named))])
    await upload(who, named)
    await upload(who, unnamed)
    const metadata = { sha256: sha256Of(half), filetype: 'image/webp' }
    const path = (await createUpload(who, half.length, metadata)).headers.get('location') ?? ''
    const now = server.parts.services.now()
    await sweepPhotos(server.parts, now + 29 * DAY)
    expect((await offsetOf(who, path)).status).toBe(200)
    const folder = uploadsFolder()
    for (const name of readdirSync(folder)) {
      const old = statSync(join(folder, name)).mtimeMs / 1000 - 31 * 86_400
      utimesSync(join(folder, name), old, old)
    }
    await sweepPhotos(server.parts, now)
    expect((await offsetOf(who, path)).status).toBe(404)
    await sweepPhotos(server.parts, now + 181 * DAY)
    expect((await look(who, sha256Of(named))).status).toBe(200)
    expect((await look(who, sha256Of(unnamed))).status).toBe(404)
  })
})
