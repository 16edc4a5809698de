import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { restoreBackup } from '../../../server/backup/restore-backup'
import { connectTo } from '../../../server/database/address'
import { DiskShelf } from '../../../server/photo/disk-shelf'
import { PostgresStore } from '../../../server/store/postgres/postgres-store'
import type { CommunityId } from '../../../src/domain/community'
import type { CompanyId, StaffId } from '../../../src/domain/id'
import { scopesOf } from '../../../src/domain/permission'
import { ticketSchema } from '../../../src/domain/ticket/ticket'
import { upcastRecord } from '../../../src/protocol/upcast'
import { exchange } from '../../../src/sync/exchange'
import { freshMemory } from '../../../src/sync/poison'
import { diskOf, type PhoneDump } from '../../fixture/phone-dump'
import { writeBackup, type ServerDump } from '../../fixture/server-dump'
import { WireServer } from '../../support/acceptance'
import { never } from '../../support/exchange-phone'
import { PhoneDisk, syncParts } from '../../support/phone-parts'
import { testDatabase } from '../../support/postgres'
import { serverWire } from '../../support/server-wire'

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixture')

type ToldPhone = PhoneDump & {
  readonly company: CompanyId
  readonly community: CommunityId
  readonly staff: StaffId
  readonly clock: number
}

const read = <Dump>(schema: string, name: string): Dump =>
  JSON.parse(readFileSync(join(FIXTURES, schema, `${name}.json`), 'utf8')) as Dump

const schemas = readdirSync(FIXTURES).filter((name) => name.startsWith('schema-'))

describe.each(schemas)('[ST10] [BK5] a phone and a server of %s', (schema) => {
  let folder: string
  let close: (() => Promise<void>)[]
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mengya-earlier-'))
    close = []
  })
  afterEach(async () => {
    for (const each of close.reverse()) await each()
    rmSync(folder, { recursive: true, force: true })
  })

  it('are restored and opened, and the phone sends what it had not sent', async () => {
    const database = await testDatabase()
    const sql = connectTo(database.address, { max: 4 })
    close.push(database.close, () => sql.end())
    const path = join(folder, 'then.tar.gz')
    await writeBackup(read<ServerDump>(schema, 'server'), path)
    await restoreBackup(sql, new DiskShelf(join(folder, 'photos')), path)

    const told = read<ToldPhone>(schema, 'phone')
    const { company, community, staff, clock } = told
    const store = new PostgresStore(sql)
    const server = new WireServer(store, undefined, company, community)
    server.clock = clock
    const roles = ['steward' as const]
    const scopes = scopesOf([{ role: 'steward', community, buildings: [] }], staff)
    const caller = { company, staff, roles, scopes }
    const phone = await new PhoneDisk(await diskOf(told, 'mengya/test')).open()
    close.push(() => {
      phone.close()
      return Promise.resolve()
    })
    expect(await phone.outbox.where('state').equals('waiting').count()).toBe(6)
    const drafts = await phone.drafts.toCollection().primaryKeys()
    expect(drafts).toHaveLength(3)

    const parts = syncParts(
      phone,
      staff,
      serverWire(server, () => caller),
      () => (server.clock += 10),
    )
    const memory = freshMemory()
    for (let round = 0; round < 10; round += 1) await exchange(parts, memory, never)

    const left = await phone.outbox.toArray()
    expect(left.map(({ state }) => state)).toEqual(['refused'])
    expect(await phone.drafts.toCollection().primaryKeys()).toEqual(drafts)
    const rows = await sql<{ id: string; schema: number; body: object }[]>`
      select id, schema, body from record`
    const held = (await phone.tickets.toArray()).filter(({ revision }) => revision > 0)
    const byId = new Map(rows.map((row) => [row.id, upcastRecord('Ticket', row.schema, row.body)]))
    expect(held).toHaveLength(rows.length)
    for (const { id, record } of held) expect(record).toEqual(byId.get(id))
    for (const { record } of held) expect(v.is(ticketSchema, record)).toBe(true)
    expect((await phone.drafts.get('snap'))?.value).toMatchObject({ sounds: [], nextWord: '' })
    // What a colleague had said of a ticket that only this phone knew of.
    expect(JSON.stringify(rows)).toContain('我也看见了')
    expect(JSON.stringify(rows)).toContain('一起等着的')
  })
})
