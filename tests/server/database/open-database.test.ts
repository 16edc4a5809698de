import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connectTo, type DatabaseAddress } from '../../../server/database/address'
import { openDatabase, type OpenDatabase } from '../../../server/database/open-database'
import { isAlive } from '../../../server/database/postmaster'
import { AlreadyRunning } from '../../../server/database/start-lock'
import { readFileSync } from 'node:fs'

let dataDir: string
const opened: OpenDatabase[] = []

const open = async (folder = dataDir) => {
  const database = await openDatabase({ dataDir: folder, databaseUrl: null })
  opened.push(database)
  return database
}

const ask = async (address: DatabaseAddress, statement: string) => {
  const sql = connectTo(address, { max: 1 })
  try {
    return await sql.unsafe(statement)
  } finally {
    await sql.end()
  }
}

const pidOf = (database: OpenDatabase) =>
  Number(readFileSync(join(database.where, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'mengya-data-'))
  chmodSync(dataDir, 0o755)
})

afterEach(async () => {
  for (const database of opened.splice(0)) {
    await database.stop()
    rmSync(database.where, { recursive: true, force: true })
  }
  rmSync(dataDir, { recursive: true, force: true })
})

describe('PostgreSQL on one machine', () => {
  it('starts in UTF-8 and UTC with fsync on, stops leaving no process, and finds its data again', async () => {
    const first = await open()
    const [row] = await ask(
      first.address,
      `select current_setting('server_encoding') as encoding, current_setting('timezone') as zone,
       current_setting('fsync') as fsync, current_setting('listen_addresses') as listens`,
    )
    expect(row).toEqual({ encoding: 'UTF8', zone: 'UTC', fsync: 'on', listens: '' })
    await ask(first.address, 'create table kept as select 7 as seven')
    const pid = pidOf(first)
    await first.stop()
    expect(isAlive(pid)).toBe(false)
    const second = await open()
    expect(await ask(second.address, 'select seven from kept')).toEqual([{ seven: 7 }])
  })

  it('refuses a second start on the same folder with a sentence', async () => {
    await open()
    await expect(open()).rejects.toThrow(AlreadyRunning)
  })

  it('adopts the database a killed server left running', async () => {
    const script = `
      import { openDatabase } from ${JSON.stringify(join(process.cwd(), 'server/database/open-database.ts'))}
      await openDatabase({ dataDir: ${JSON.stringify(dataDir)}, databaseUrl: null })
      process.stdout.write('open')
      setInterval(() => undefined, 1000)`
    const file = join(dataDir, 'child.mts')
    writeFileSync(file, script)
    const child = spawn(process.execPath, ['--import', 'tsx', file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    child.kill('SIGKILL')
    await once(child, 'exit')
    const folder = join(dataDir, 'database', 'cluster', 'postmaster.pid')
    const orphan = Number(readFileSync(folder, 'utf8').split('\n')[0])
    expect(isAlive(orphan)).toBe(true)
    const next = await open()
    expect(pidOf(next)).toBe(orphan)
    expect(await ask(next.address, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('starts although a stale pid file names another live process', async () => {
    const first = await open()
    const { where } = first
    await first.stop()
    const lines = [String(process.pid), join(where, 'cluster'), '0', '5432', '', '', '']
    writeFileSync(join(where, 'cluster', 'postmaster.pid'), lines.join('\n'))
    const second = await open()
    expect(pidOf(second)).not.toBe(process.pid)
  })

  it('is not fooled by an initdb that was interrupted', async () => {
    mkdirSync(join(dataDir, 'database', 'half-dead', 'cluster'), { recursive: true })
    writeFileSync(join(dataDir, 'database', 'half-dead', 'cluster', 'PG_VERSION'), '18')
    const database = await open()
    expect(await ask(database.address, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('goes where the database user can enter when it cannot enter the data folder', async () => {
    chmodSync(dataDir, 0o700)
    const database = await open()
    const isElsewhere = !database.where.startsWith(dataDir)
    expect(isElsewhere).toBe(process.getuid?.() === 0)
    expect(existsSync(join(database.where, 'cluster', 'PG_VERSION'))).toBe(true)
  })
})
