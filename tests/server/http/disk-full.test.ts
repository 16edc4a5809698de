import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Ticket } from '../../../src/domain/ticket/ticket'
import { newId } from '../../support/build/ids'
import { receiveTicket } from '../../support/build/ticket'
import type { HttpClient, Reply } from '../../support/http-client'
import type { HttpCompany } from '../../support/http-company'
import { testServer, type TestServer } from '../../support/server'
import {
  createUpload,
  offsetOf,
  sendBytes,
  sha256Of,
  upload,
  webpBytes,
} from '../../support/tus-upload'

const { createWriteStream } = fs
let server: TestServer
let company: HttpCompany

/** From now on half of what is written fits, and no more. */
const fillDisk = () => {
  const write = (
    file: number,
    bytes: Uint8Array,
    from: number,
    length: number,
    at: number | null,
    done: (error: Error) => void,
  ) => {
    fs.writeSync(file, bytes, from, Math.floor(length / 2), at)
    done(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }))
  }
  fs.createWriteStream = (path, options) =>
    createWriteStream(path, {
      ...(typeof options === 'object' ? options : {}),
      fs: { ...fs, write, writev: undefined as never },
    })
  syncBuiltinESMExports()
}
const makeRoom = () => {
  fs.createWriteStream = createWriteStream
  syncBuiltinESMExports()
}

beforeAll(async () => {
  server = await testServer()
  company = await server.company('萌芽物业')
})
afterEach(makeRoom)
afterAll(() => server.close())

const kindOf = (body: unknown) => (body as { error?: { kind: string } } | null)?.error?.kind
const isThere = async (who: HttpClient, sha256: string) =>
  (await who.call('HEAD', `/api/v1/photos/${sha256}?staff=${who.staff}`)).status === 200

/** [WI2] As the wire says it of a server that cannot just now: try again, nothing was done. */
const expectUnavailable = ({ status, body, headers }: Reply) => {
  expect([status, kindOf(body)]).toEqual([503, 'unavailable'])
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
}
const filesOf = () => fs.readdirSync(server.photoDir, { recursive: true }).map(String)

describe('[WI23] a server whose disk is full', () => {
  it('takes no part of a photo it cannot write, and goes on from what it has when there is room', async () => {
    const who = await company.signedIn('steward')
    const bytes = webpBytes(100_000)
    const sha256 = sha256Of(bytes)
    const created = await createUpload(who, bytes.length, { sha256, filetype: 'image/webp' })
    const path = created.headers.get('location') ?? ''
    fillDisk()
    expectUnavailable(await sendBytes(who, path, 0, bytes))
    expect(await isThere(who, sha256)).toBe(false)
    makeRoom()
    const at = Number((await offsetOf(who, path)).headers.get('upload-offset'))
    expect(at).toBeLessThan(bytes.length)
    expect((await sendBytes(who, path, at, bytes.subarray(at))).status).toBe(204)
    expect(await isThere(who, sha256)).toBe(true)
  })

  it('keeps no half of a whole photo it cannot shelve, and shelves it when it is asked about', async () => {
    const who = await company.signedIn('steward')
    const bytes = webpBytes(100_000)
    const sha256 = sha256Of(bytes)
    const created = await createUpload(who, bytes.length, { sha256, filetype: 'image/webp' })
    const path = created.headers.get('location') ?? ''
    await sendBytes(who, path, 0, bytes.subarray(0, 99_999))
    const before = filesOf()
    const { photos } = server.parts
    const keep = photos.keep.bind(photos)
    photos.keep = (...args) => {
      fillDisk()
      return keep(...args)
    }
    expectUnavailable(await sendBytes(who, path, 99_999, bytes.subarray(99_999)))
    photos.keep = keep
    makeRoom()
    expect(await isThere(who, sha256)).toBe(false)
    const left = filesOf().filter((name) => name.includes(sha256))
    expect([left, before.length]).toEqual([[], before.length])
    await offsetOf(who, path)
    expect(await isThere(who, sha256)).toBe(true)
  })

  it('begins no upload it has no room for', async () => {
    const who = await company.signedIn('steward')
    const bytes = webpBytes()
    const { files } = server.parts.uploads
    const create = files.create.bind(files)
    files.create = () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))
    expectUnavailable(await upload(who, bytes))
    files.create = create
    expect((await upload(who, bytes)).status).toBe(204)
  })

  it('takes no act its database has no room for, and takes it the next time', async () => {
    const who = await company.signedIn('steward')
    const { sql } = server.database
    const act = receiveTicket(company.community, who.staff as Ticket['takenBy'])
    const change = who.change('Ticket', newId(), act)
    await sql`create function no_room() returns trigger language plpgsql as $$
      begin raise exception 'no space left on device' using errcode = '53100'; end $$`
    await sql`create trigger no_room before insert on change_log
      for each statement execute function no_room()`
    const body = who.envelope([change])
    const answer = await who.json('POST', '/api/v1/sync', body)
    expectUnavailable(answer)
    expect(JSON.stringify(answer.body)).not.toContain('no space')
    const [count] = await sql<{ n: number }[]>`
      select count(*)::int as n from record where id = ${change.record}`
    expect(count?.n).toBe(0)
    await sql`drop trigger no_room on change_log`
    const again = await who.json('POST', '/api/v1/sync', body)
    expect(again.status).toBe(200)
    expect(again.body).toMatchObject({ outcomes: [{ id: change.id, outcome: 'accepted' }] })
  })
})
