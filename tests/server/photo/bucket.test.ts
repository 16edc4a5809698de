import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeBackup } from '../../../server/backup/make-backup'
import { restoreBackup } from '../../../server/backup/restore-backup'
import { openPhotoStore } from '../../../server/photo/photo-store'
import { sweepPhotos } from '../../../server/photo/photo-sweep'
import { DAY } from '../../../src/domain/instant'
import { HttpClient } from '../../support/http-client'
import type { HttpCompany } from '../../support/http-company'
import { s3 } from '../../support/s3'
import { testServer, type TestServer } from '../../support/server'
import {
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

let store: Awaited<ReturnType<typeof s3>>
let here: TestServer
let there: TestServer
let company: HttpCompany

const inBucket = (photoBucket = store.bucket) => openPhotoStore({ photoDir: '', photoBucket })

beforeAll(async () => {
  store = await s3()
  here = await testServer(null, undefined, await inBucket())
  there = await testServer(null, here, await inBucket())
  company = await here.company('萌芽物业')
})
afterAll(async () => {
  await there.close()
  await here.close()
  await store.close()
})

/** The same browser, as the proxy sends it to the other server. */
const atThere = (client: HttpClient): HttpClient =>
  Object.assign(new HttpClient(there.url), { cookie: client.cookie, staff: client.staff })

const look = (who: HttpClient, sha256: string, method = 'HEAD') =>
  who.call(method, `/api/v1/photos/${sha256}?staff=${who.staff}`)

const begin = async (who: HttpClient, bytes: Uint8Array) => {
  const metadata = { sha256: sha256Of(bytes), filetype: 'image/webp' }
  return (await createUpload(who, bytes.length, metadata)).headers.get('location') ?? ''
}

describe('[WI9] photos in a bucket', () => {
  it('are there once all their bytes were hashed, and nothing of the upload stays', async () => {
    const who = await company.signedIn('steward')
    const bytes = webpBytes(300_000)
    expect((await upload(who, bytes)).status).toBe(204)
    const got = await who.raw('GET', `/api/v1/photos/${sha256Of(bytes)}?staff=${who.staff}`)
    expect(sha256Of(new Uint8Array(await got.arrayBuffer()))).toBe(sha256Of(bytes))
    expect(got.headers.get('content-length')).toBe('300000')
    expect((await look(who, 'c'.repeat(64))).status).toBe(404)
    expect(store.uploads()).toEqual([])
  })

  it('grow piece by piece, the next piece at another server', async () => {
    const who = await company.signedIn('steward')
    const elsewhere = atThere(who)
    const bytes = webpBytes(6_500_000)
    const path = await begin(who, bytes)
    expect((await sendBytes(who, path, 0, bytes.subarray(0, 1_000))).status).toBe(204)
    const asked = await offsetOf(elsewhere, path)
    expect(asked.headers.get('upload-offset')).toBe('1000')
    const next = bytes.subarray(1_000, 6_000_000)
    expect((await sendBytes(elsewhere, path, 1_000, next)).status).toBe(204)
    expect((await sendBytes(who, path, 6_000_000, bytes.subarray(6_000_000))).status).toBe(204)
    expect((await look(elsewhere, sha256Of(bytes))).status).toBe(200)
    expect((await offsetOf(elsewhere, path)).status).toBe(404)
    expect(store.uploads()).toEqual([])
  })

  it('keep what came before the line broke', async () => {
    const who = await company.signedIn('steward')
    const bytes = webpBytes(2_000_000)
    const path = await begin(who, bytes)
    await expect(sendCut(who, path, bytes, 1_000_000)).rejects.toThrow()
    expect(await sendRest(who, path, bytes)).toBe(204)
    expect((await look(who, sha256Of(bytes))).status).toBe(200)
  })

  it('come whole when the bucket was away for a while', async () => {
    const who = await company.signedIn('steward')
    const bytes = webpBytes()
    const path = await begin(who, bytes)
    await sendBytes(who, path, 0, bytes.subarray(0, 1_000))
    const back = await store.goAway()
    expect((await sendBytes(who, path, 1_000, bytes.subarray(1_000))).status).toBeGreaterThan(499)
    await back()
    const offset = Number((await offsetOf(who, path)).headers.get('upload-offset'))
    expect(offset).toBe(1_000)
    expect((await sendBytes(who, path, offset, bytes.subarray(offset))).status).toBe(204)
    expect((await look(who, sha256Of(bytes))).status).toBe(200)
  })

  it('go into a backup and come back into an empty bucket only', async () => {
    const who = await company.signedIn('steward')
    const bytes = webpBytes()
    await upload(who, bytes)
    const folder = mkdtempSync(join(tmpdir(), 'mengya-bucket-backup-'))
    const path = join(folder, 'whole')
    await makeBackup(here.database.sql, here.parts.photos, path, here.parts.services.now())
    const other = await s3()
    const target = await testServer(null, undefined, await inBucket(other.bucket))
    const restoring = () => restoreBackup(target.database.sql, target.parts.photos, path)
    await target.parts.photos.keep(company.id, 'e'.repeat(64), Readable.from([Buffer.from('x')]))
    await expect(restoring()).rejects.toThrow('the photo store')
    await target.parts.photos.remove(company.id, 'e'.repeat(64))
    await restoring()
    expect(await target.parts.photos.lengthOf(company.id, sha256Of(bytes))).toBe(bytes.length)
    await target.close()
    await other.close()
    rmSync(folder, { recursive: true })
  })

  it('of other bytes than said leave nothing, nor does an upload that is ended', async () => {
    const who = await company.signedIn('steward')
    expect((await upload(who, webpBytes(), { sha256: 'a'.repeat(64) })).status).toBe(460)
    const path = await begin(who, webpBytes())
    expect((await endUpload(who, path)).status).toBe(204)
    expect((await offsetOf(who, path)).status).toBe(404)
    expect(store.uploads()).toEqual([])
  })

  it('go by the same rules of age', async () => {
    const who = await company.signedIn('steward')
    const [unnamed, half] = [webpBytes(), webpBytes()]
    await upload(who, unnamed)
    const path = await begin(who, half)
    await sendBytes(who, path, 0, half.subarray(0, 100))
    const now = here.parts.services.now()
    await sweepPhotos(here.parts, now + 29 * DAY)
    expect((await offsetOf(who, path)).status).toBe(200)
    await sweepPhotos(here.parts, now + 31 * DAY)
    expect((await offsetOf(who, path)).status).toBe(404)
    expect(store.uploads()).toEqual([])
    expect((await look(who, sha256Of(unnamed))).status).toBe(200)
    await sweepPhotos(here.parts, now + 181 * DAY)
    expect((await look(who, sha256Of(unnamed))).status).toBe(404)
  })
})
