import { appendFileSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eraseForgotten } from '../../../server/erasure/erase'
import type { Ticket } from '../../../src/domain/ticket/ticket'
import { newId } from '../../support/build/ids'
import { receiveTicket } from '../../support/build/ticket'
import { BUSINESS_TABLES, databasePrint } from '../../support/database-print'
import type { HttpClient } from '../../support/http-client'
import type { HttpCompany } from '../../support/http-company'
import { testServer, type TestServer } from '../../support/server'
import { sha256Of, upload, webpBytes } from '../../support/tus-upload'

const SECRET = '陈立 13800006021 三楼漏水'

let server: TestServer
let company: HttpCompany
let administrator: HttpClient

beforeAll(async () => {
  server = await testServer()
  company = await server.company('萌芽物业')
  administrator = await company.signedIn('administrator')
})
afterAll(() => server.close())

const erase = (who: HttpClient, record: string, over: object = {}) =>
  who.json('POST', '/api/v1/erasures', { kind: 'Ticket', record, reason: 'asked', ...over })

const photoOf = (sha256: string) => ({
  ...{ sha256, width: 10, height: 10, bytes: 4_000, takenAt: 1_790_000_000_000 },
  preview: 'data:image/webp;base64,AAAA',
})

/** A ticket with a photo of its own and one that a second ticket shows too. */
const tell = async (who: HttpClient) => {
  const [own, shared] = [webpBytes(), webpBytes()]
  const [record, other] = [newId(), newId()]
  const receive = (...photos: Uint8Array[]) => ({
    ...receiveTicket(company.community, who.staff as Ticket['takenBy'], { words: SECRET }),
    photos: photos.map((bytes) => photoOf(sha256Of(bytes))),
  })
  await who.sync([
    who.change('Ticket', record, receive(own, shared)),
    who.change('Ticket', other, receive(shared)),
    who.change('Ticket', record, { act: 'say', words: SECRET, photos: [] }),
    who.change('Ticket', record, { act: 'say', words: [SECRET] }),
  ])
  for (const bytes of [own, shared]) await upload(who, bytes)
  return { record, other, own: sha256Of(own), shared: sha256Of(shared) }
}

const everythingHeld = async () => {
  const { sql } = server.database
  const tables = ['record', 'change_log', 'parked_change', 'gone', 'erasure']
  const rows = await Promise.all(tables.map((table) => sql`select t::text from ${sql(table)} t`))
  return JSON.stringify(rows)
}

describe('[WI19] erasing a record', () => {
  it('takes it from everywhere but one line that says who, when and why', async () => {
    const who = await company.signedIn('steward')
    const { record, other, own, shared } = await tell(who)
    const before = await server.parts.photos.lengthOf(company.id, own)
    expect(before).toBeGreaterThan(0)
    const reply = await erase(administrator, record)
    const line = { kind: 'Ticket', record, reason: 'asked', by: administrator.staff }
    expect(reply.status).toBe(200)
    expect(reply.body).toMatchObject(line)
    expect((await erase(administrator, record, { reason: 'mistaken' })).body).toEqual(reply.body)
    const list = await administrator.call('GET', '/api/v1/erasures')
    expect((list.body as { erasures: object[] }).erasures[0]).toEqual(reply.body)
    const held = await everythingHeld()
    expect(held.split(SECRET).length - 1).toBe(2)
    expect(await server.parts.photos.lengthOf(company.id, own)).toBeNull()
    expect(await server.parts.photos.lengthOf(company.id, shared)).not.toBeNull()
    for (const [sha256, status] of [
      [own, 404],
      [shared, 200],
    ] as const) {
      const look = await who.call('HEAD', `/api/v1/photos/${sha256}?staff=${who.staff}`)
      expect(look.status).toBe(status)
    }
    const { rows } = await who.sync()
    expect(rows.find(({ id }) => id === record)).toMatchObject({ gone: 'erased' })
    const history = await who.call('GET', `/api/v1/history?record=${record}`)
    expect(history.body).toMatchObject({ rows: [] })
    await erase(administrator, other)
    expect(await everythingHeld()).not.toContain(SECRET)
  })

  it('is an administrator’s, in their own company, of things that are there', async () => {
    const who = await company.signedIn('manager', 'supervisor', 'steward')
    const { record } = await tell(who)
    const stranger = await (await server.company('青禾物业')).signedIn('administrator')
    const tables = [...BUSINESS_TABLES, 'erasure'].filter((table) => table !== 'device')
    const before = await databasePrint(server.database.sql, tables)
    expect((await erase(who, record)).status).toBe(403)
    expect((await who.call('GET', '/api/v1/erasures')).status).toBe(403)
    const [real, invented] = [await erase(stranger, record), await erase(stranger, newId())]
    expect([real.status, real.text]).toEqual([404, invented.text])
    for (const over of [
      { kind: 'Dragon' },
      { kind: '__proto__' },
      { record: 'x' },
      { reason: SECRET },
      { reason: null },
    ]) {
      const reply = await erase(administrator, record, over)
      expect([reply.status, reply.text.includes(SECRET)]).toEqual([400, false])
    }
    expect(await databasePrint(server.database.sql, tables)).toBe(before)
  })
})

describe('[SY27] the ledger beside the database', () => {
  it('makes a restored database forget again, whatever it knows of the record', async () => {
    const who = await company.signedIn('steward')
    const { record, own } = await tell(who)
    const { sql } = server.database
    await erase(administrator, record)
    const ledger = readFileSync(server.parts.ledger.path, 'utf8')
    expect(ledger).toContain(record)
    expect(ledger).not.toContain(SECRET)
    const { record: beforeBackup } = await tell(who)
    await erase(administrator, beforeBackup)
    // What a backup from before both knows: one record still there, of the other nothing at all.
    await sql`delete from erasure where record in ${sql([record, beforeBackup])}`
    await sql`delete from gone where id = ${record}`
    await sql`insert into record select company, kind, ${beforeBackup}, scope, 1, schema,
      jsonb_build_object('words', ${SECRET}::text), settled_at, about from record
      where company = ${company.id} and kind = 'Ticket' limit 1`
    expect(await eraseForgotten(server.parts)).toEqual({ again: 2, torn: 0 })
    expect(await eraseForgotten(server.parts)).toEqual({ again: 0, torn: 0 })
    expect(await sql`select 1 from record where id in ${sql([record, beforeBackup])}`).toEqual([])
    const say = who.change('Ticket', record, { act: 'say', words: SECRET, photos: [] })
    const { outcomes } = await who.sync([say])
    expect(outcomes).toMatchObject([{ outcome: 'noted', why: 'erased' }])
    expect(await server.parts.photos.lengthOf(company.id, own)).toBeNull()
  })

  it('loses a torn line and no other, and only ever grows', async () => {
    const who = await company.signedIn('steward')
    const { record } = await tell(who)
    const { ledger } = server.parts
    appendFileSync(ledger.path, '{"company":"0190')
    const before = readFileSync(ledger.path, 'utf8')
    await erase(administrator, record)
    expect(readFileSync(ledger.path, 'utf8').startsWith(before)).toBe(true)
    const { lines, torn } = await ledger.read()
    expect(torn).toBe(1)
    expect(lines.at(-1)?.erasure.id).toBe(record)
  })

  it('is written before the record goes: where it cannot be written, nothing is erased', async () => {
    const who = await company.signedIn('steward')
    const { record } = await tell(who)
    const { ledger } = server.parts
    const append = ledger.append.bind(ledger)
    ledger.append = () => Promise.reject(new Error('disk full'))
    expect((await erase(administrator, record)).status).toBe(503)
    ledger.append = append
    const { rows } = await who.sync([], { cursor: null })
    expect(rows.find(({ id }) => id === record)).not.toHaveProperty('gone')
  })
})
