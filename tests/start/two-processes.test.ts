import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type OpenDatabase } from '../../server/database/open-database'
import { EventStream } from '../support/event-stream'
import type { BusyPhone } from '../support/fault/busy-phone'
import { DatabaseGate } from '../support/fault/database-gate'
import { faultStage, type Stage } from '../support/fault/fault-stage'
import { HttpClient, PUBLIC_URL } from '../support/http-client'
import { ServerProcess } from '../support/server-process'

const ROUNDS = Number(process.env['FAULT_ROUNDS'] ?? '1')
const AWAY_SECONDS = Number(process.env['FAULT_AWAY_SECONDS'] ?? '3')

const folder = mkdtempSync(join(tmpdir(), 'mengya-shared-'))
const photoDir = join(folder, 'photos')
const [here, there] = [new ServerProcess(), new ServerProcess()]
let database: OpenDatabase
let gate: DatabaseGate
let stage: Stage
let env: Record<string, string>
const moved = new Map<BusyPhone, ServerProcess>()

const startBoth = async () => {
  await here.start(['--empty'], env)
  await there.start(['--empty'], env)
}

/** As a balancer does: whoever finds one away is sent to the other. */
const toTheOther = (phone: BusyPhone) => {
  const next = moved.get(phone) === there ? here : there
  moved.set(phone, next)
  phone.moveTo(next.address)
}

const statusOf = (server: ServerProcess, path: string): Promise<number> =>
  new HttpClient(server.address).call('GET', path).then(
    ({ status }) => status,
    () => 0,
  )

beforeAll(async () => {
  database = await openDatabase({ dataDir: folder, databaseUrl: null })
  const { address } = database
  if (!('socketFolder' in address)) throw new Error('a database of our own was asked for')
  gate = new DatabaseGate(address.socketFolder)
  await gate.open()
  const { user, password, database: name } = address
  env = {
    ...{ PUBLIC_URL, LOG_LEVEL: 'warn', PHOTO_DIR: photoDir, DRAIN_SECONDS: '1' },
    ERASURE_LEDGER: join(folder, 'erasures.jsonl'),
    DATABASE_URL: `postgres://${user}:${password}@127.0.0.1:${gate.port}/${name}`,
  }
  await startBoth()
  stage = await faultStage(here.address, address, photoDir)
})
afterAll(async () => {
  await stage.end()
  await here.remove()
  await there.remove()
  await gate.shut()
  await database.stop()
  rmSync(database.where, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
})

describe('[WI20] two processes over one database', () => {
  it('poke at one who is written to at the other', async () => {
    const [writer, watcher] = stage.phones
    const { cookie = '', staff = '' } = watcher?.witness ?? {}
    const client = Object.assign(new HttpClient(there.address), { cookie, staff })
    const stream = await EventStream.open(client)
    await stage.underLoad(() => stream.until('poke'))
    expect(stream.events).toContain('poke')
    stream.close()
    expect(writer?.witness.acknowledged.size).toBeGreaterThan(0)
  })

  it('[WI21] are restarted one after the other under load and lose nothing', async () => {
    for (let round = 0; round < ROUNDS; round += 1)
      await stage.underLoad(async () => {
        for (const server of [here, there]) {
          const ended = server.stop()
          await expect
            .poll(() => statusOf(server, '/readyz'), { timeout: 10_000, interval: 20 })
            .toBe(503)
          expect(await statusOf(server, '/healthz')).toBe(200)
          expect(await ended).toBe(0)
          await server.start([], env)
        }
      }, toTheOther)
    await stage.checkAtRest()
  })

  it('[WI21] say goodbye to streams and answer what is under way before they end', async () => {
    const [phone] = stage.phones
    const { cookie = '', staff = '' } = phone?.witness ?? {}
    const client = Object.assign(new HttpClient(there.address), { cookie, staff })
    const stream = await EventStream.open(client)
    const text = JSON.stringify(client.envelope())
    let finish: () => void = () => undefined
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(Buffer.from(text.slice(0, 20)))
        finish = () => {
          controller.enqueue(Buffer.from(text.slice(20)))
          controller.close()
        }
      },
    })
    const headers = { 'content-type': 'application/json' }
    const init = { headers, body, duplex: 'half' } as RequestInit
    const underWay = client.call('POST', '/api/v1/sync', init)
    expect(await statusOf(there, '/readyz')).toBe(200)
    const ended = there.stop()
    await stream.end()
    expect(stream.events.at(-1)).toBe('bye')
    finish()
    const answer = await underWay
    expect([answer.status, answer.headers.get('connection')]).toEqual([200, 'close'])
    expect(await ended).toBe(0)
    await there.start([], env)
  })
})

describe('[WI22] a database that is away', () => {
  it('is answered 503 with a time to come back, and work goes on when it is back', async () => {
    await stage.underLoad(async () => {
      await gate.shut()
      const client = stage.phones[0]?.witness ?? new HttpClient('')
      for (let second = 0; second < AWAY_SECONDS; second += 1) {
        const reply = await client.json('POST', '/api/v1/sync', client.envelope())
        expect([reply.status, reply.headers.get('retry-after')]).toEqual([503, '10'])
        await wait(1_000)
      }
      await gate.open()
      for (const server of [here, there])
        await expect.poll(() => statusOf(server, '/readyz'), { timeout: 30_000 }).toBe(200)
    })
    await stage.checkAtRest()
    expect([here.isRunning, there.isRunning]).toEqual([true, true])
    expect(here.said + there.said).not.toMatch(/unhandled|uncaught|李敏|周杰|王芳|赵强/i)
  })
})
