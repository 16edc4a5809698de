import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeBackup } from '../../../server/backup/make-backup'
import { DamagedBackup } from '../../../server/backup/read-backup'
import { NotEmpty, restoreBackup } from '../../../server/backup/restore-backup'
import { tableShapes } from '../../../server/backup/table-shape'
import { eraseForgotten } from '../../../server/erasure/erase'
import { readMeta } from '../../../src/storage/meta'
import { newId } from '../../support/build/ids'
import { httpPhone } from '../../support/http-phone'
import { testServer, type TestServer } from '../../support/server'

let folder: string
let path: string
let server: TestServer
const open: TestServer[] = []

const anotherServer = async () => {
  const made = await testServer()
  open.push(made)
  return made
}

const backUp = () =>
  makeBackup(server.database.sql, server.parts.photos, path, server.parts.services.now())

const restoreInto = (target: TestServer, from = path) =>
  restoreBackup(target.database.sql, target.parts.photos, from)

/** What people wrote; colleagues come with their accounts. */
const rowsIn = async ({ database }: TestServer) => {
  const [row] = await database.sql<{ rows: number }[]>`
    select count(*)::int as rows from record where kind <> 'Staff'`
  return row?.rows
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mengya-backup-'))
  path = join(folder, 'yesterday.tar.gz')
  server = await anotherServer()
})

afterEach(async () => {
  for (const each of open.splice(0)) await each.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('yesterday’s backup', () => {
  it('[BK5] restored, is brought up to today by three phones, photos too, and what nobody has is gone', async () => {
    const company = await server.company('萌芽物业')
    const phone = async () => httpPhone(await company.signedIn('steward'), company.community)
    const [wang, li, zhao] = [await phone(), await phone(), await phone()]
    await wang.newTicket('昨天的')
    expect([await wang.go(), await li.go(), await zhao.go()]).toEqual(['done', 'done', 'done'])

    const made = await backUp()
    expect(made).toMatchObject({ photos: 1, photosMissing: 0 })
    await wang.newTicket('今天王强的')
    await li.newTicket('今天李敏的,手机丢了')
    await zhao.newTicket('还没上传的')
    await wang.go()
    await li.go()
    await wang.go()
    expect(await readMeta(wang.database, 'backedUpTo')).toBeGreaterThan(0)
    expect(await wang.titles()).toHaveLength(3)

    const restored = await anotherServer()
    expect(await restoreInto(restored)).toMatchObject({ photos: 1 })
    expect(await rowsIn(restored)).toBe(1)
    for (const each of [wang, zhao]) each.moveTo(restored.url)
    for (const each of [wang, zhao, wang, zhao]) expect(await each.go()).toBe('done')

    const stand = ['今天王强的', '昨天的', '还没上传的']
    expect(await zhao.titles()).toEqual(stand.sort())
    expect(await wang.titles()).toEqual(stand.sort())
    expect(await wang.photosMissing()).toEqual([])

    li.moveTo(restored.url)
    await li.go()
    await wang.go()
    expect(await wang.titles()).toContain('今天李敏的,手机丢了')
    expect(await wang.photosMissing()).toEqual([])
  })

  it('[SY27] restored, is told again what was erased after it was made', async () => {
    const company = await server.company('萌芽物业')
    const wang = await httpPhone(await company.signedIn('steward'), company.community)
    const administrator = await company.signedIn('administrator')
    const [before, after] = [await wang.newTicket('先删的'), await wang.newTicket('后删的')]
    await wang.go()
    const erase = async (record: string) => {
      const wish = { kind: 'Ticket', record, reason: 'asked' }
      expect((await administrator.json('POST', '/api/v1/erasures', wish)).status).toBe(200)
    }
    await erase(before)
    await backUp()
    await erase(after)
    const restored = await anotherServer()
    await restoreInto(restored)
    const { sql } = restored.database
    const erasedIn = () => sql`select record from erasure order by at`
    expect(await erasedIn()).toEqual([{ record: before }])
    expect(await rowsIn(restored)).toBe(1)
    // The ledger is no part of the backup: it lies beside the database and is there when main starts.
    copyFileSync(server.parts.ledger.path, restored.parts.ledger.path)
    expect(await eraseForgotten(restored.parts)).toEqual({ again: 1, torn: 0 })
    expect(await erasedIn()).toEqual([{ record: before }, { record: after }])
    expect(await rowsIn(restored)).toBe(0)
    const files = readdirSync(join(restored.photoDir, company.id), { recursive: true })
    expect(files.map(String).filter((name) => /[0-9a-f]{64}$/.test(name))).toEqual([])
    wang.moveTo(restored.url)
    await wang.go()
    expect(await wang.titles()).toEqual([])
  })

  it('[BK1] carries every table there is', async () => {
    const held = await server.database.sql<{ name: string }[]>`
      select tablename as name from pg_tables where schemaname = current_schema()
      and tablename not like 'kysely%' order by 1`
    const shapes = await tableShapes(server.database.sql)
    expect(shapes.map(({ name }) => name)).toEqual(held.map(({ name }) => name))
    expect(shapes.map(({ name }) => name)).toContain('erasure')
  })

  it('[BK1] is whole while staff go on working', async () => {
    const company = await server.company('萌芽物业')
    const wang = await httpPhone(await company.signedIn('steward'), company.community)
    const work = async () => {
      for (let each = 0; each < 12; each += 1) {
        await wang.newTicket(`第${each}件`)
        await wang.go()
      }
    }
    await wang.newTicket('先前的')
    await wang.go()
    await Promise.all([work(), backUp()])
    const restored = await anotherServer()
    await restoreInto(restored)
    wang.moveTo(restored.url)
    await wang.go()
    expect(await rowsIn(restored)).toBe(13)
    expect(await wang.photosMissing()).toEqual([])
  })

  it('[BK1] takes a table that fills several pieces, to the last sign', async () => {
    const printOf = async ({ database }: TestServer) => {
      const [row] = await database.sql<{ print: string; rows: number }[]>`
        select md5(string_agg(mark, '|' order by version)) as print, count(*)::int as rows
        from version_mark`
      return row
    }
    await server.database.sql`insert into version_mark (company, version, mark, at)
      select ${newId<string>()}, n, E'\n\\n“引号”\t' || repeat(md5(n::text), 12), n
      from generate_series(1, 20000) n`
    await backUp()
    const restored = await anotherServer()
    await restoreInto(restored)
    expect(await printOf(restored)).toEqual(await printOf(server))
    expect((await printOf(restored))?.rows).toBe(20_000)
  })

  it('[BK4] never goes into a database or photo folder that holds something', async () => {
    const company = await server.company('萌芽物业')
    const wang = await httpPhone(await company.signedIn('steward'), company.community)
    await wang.newTicket('昨天的')
    await wang.go()
    await backUp()
    await expect(restoreInto(server)).rejects.toThrow(NotEmpty)
    expect(await rowsIn(server)).toBe(1)
    const half = await anotherServer()
    writeFileSync(join(half.photoDir, 'of-somebody'), 'x')
    await expect(restoreInto(half)).rejects.toThrow('photo store')
  })

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 200)],
    ['changed in one byte', (bytes: Buffer) => flipped(bytes, Math.floor(bytes.length / 2))],
    ['no backup at all', () => Buffer.from('not a backup')],
    ['empty', () => Buffer.alloc(0)],
  ])('[BK3] that is %s is refused, and nothing is touched', async (_how, spoil) => {
    const company = await server.company('萌芽物业')
    const wang = await httpPhone(await company.signedIn('steward'), company.community)
    await wang.newTicket('昨天的')
    await wang.go()
    await backUp()
    const spoilt = join(folder, 'spoilt')
    copyFileSync(path, spoilt)
    writeFileSync(spoilt, spoil(readFileSync(path)))
    const target = await anotherServer()
    await expect(restoreInto(target, spoilt)).rejects.toThrow(DamagedBackup)
    expect(await rowsIn(target)).toBe(0)
  })

  it('[BK2] that breaks off leaves no file, and no phone is told of one', async () => {
    const company = await server.company('萌芽物业')
    const wang = await httpPhone(await company.signedIn('steward'), company.community)
    await wang.newTicket('昨天的')
    await wang.go()
    const { parts, database } = server
    const gone = { lengthOf: () => Promise.reject(new Error('the disk is gone')) }
    const shelf = Object.assign(Object.create(parts.photos) as typeof parts.photos, gone)
    await expect(makeBackup(database.sql, shelf, path, 0)).rejects.toThrow('the disk is gone')
    expect(readdirSync(folder)).toEqual([])
    await wang.go()
    expect(await readMeta(wang.database, 'backedUpTo')).toBe(0)
  })
})

const flipped = (bytes: Buffer, at: number): Buffer => {
  const copy = Buffer.from(bytes)
  copy.writeUInt8(copy.readUInt8(at) ^ 0x55, at)
  return copy
}
