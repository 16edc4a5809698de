import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runningDatabase } from '../../server/database/open-database'
import { isAlive } from '../../server/database/postmaster'
import { HttpClient, PUBLIC_URL } from '../support/http-client'
import { faultStage, type Stage } from '../support/fault/fault-stage'
import { ServerProcess } from '../support/server-process'
import { createUpload, offsetOf, sendBytes, sha256Of, webpBytes } from '../support/tus-upload'

const ROUNDS = Number(process.env['FAULT_ROUNDS'] ?? '2')

const server = new ServerProcess()
const env = { PUBLIC_URL, LOG_LEVEL: 'warn' }
let stage: Stage
let said = ''

const restart = async () => {
  said += server.said
  await server.start([], env)
}

const postmaster = (): number => {
  const { where } = runningDatabase(server.dataDir)
  return Number(readFileSync(join(where, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])
}

/** Processes of the database that serve a connection of ours. */
const backends = (): readonly number[] =>
  execFileSync('ps', ['-o', 'pid=,command=', '--ppid', String(postmaster())], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes('mengya mengya'))
    .map((line) => Number.parseInt(line, 10))

const untilReady = async () => {
  const client = new HttpClient(server.address)
  await expect
    .poll(() => client.call('GET', '/readyz').then(({ status }) => status), {
      timeout: 60_000,
      interval: 100,
    })
    .toBe(200)
}

/** In the middle of work, elsewhere each round: some acts later, and a moment. */
const aWhile = async (round: number) => {
  await stage.untilMore(6 + (round % 3) * 3)
  await wait((round * 37) % 150)
}

/** What the server wrote that is no line of its log, once it was up. */
const outsideTheLog = (text: string): readonly string[] =>
  text
    .split('\n')
    .filter((line) => /^\s+at |Error|^Node\.js|unhandled/i.test(line) && !line.startsWith('{'))

beforeAll(async () => {
  await server.start(['--empty'], env)
  const { address } = runningDatabase(server.dataDir)
  stage = await faultStage(server.address, address, join(server.dataDir, 'photos'))
})
afterAll(async () => {
  await stage.end()
  await server.remove()
})

describe('[WI22] killed with -9 under load', () => {
  it('the server loses no acknowledged act and doubles none', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      await stage.underLoad(async () => {
        await aWhile(round)
        await server.kill()
      })
      await stage.checkNow()
      await restart()
    }
    await stage.checkAtRest()
    expect(server.isRunning).toBe(true)
  })

  it('a process of its database takes no acknowledged act along, and the server lives on', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      await stage.underLoad(async () => {
        await aWhile(round)
        const [victim] = backends()
        expect(victim).toBeGreaterThan(1)
        process.kill(victim ?? 0, 'SIGKILL')
        await untilReady()
        await aWhile(round)
      })
      await stage.checkNow()
    }
    await stage.checkAtRest()
    expect(server.isRunning).toBe(true)
  })

  it('the whole database is started again by the server, which lives on', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      await stage.underLoad(async () => {
        await aWhile(round)
        const killed = postmaster()
        process.kill(killed, 'SIGKILL')
        await expect.poll(() => isAlive(killed), { timeout: 30_000 }).toBe(false)
        await untilReady()
        expect(postmaster()).not.toBe(killed)
        await aWhile(round)
      })
      await stage.checkNow()
    }
    await stage.checkAtRest()
    expect(server.isRunning).toBe(true)
  })

  it('an upload that was cut goes on where it was', async () => {
    const [phone] = stage.phones
    const client = phone?.witness ?? new HttpClient('')
    const bytes = webpBytes(300_000)
    const metadata = { sha256: sha256Of(bytes), filetype: 'image/webp' }
    const path = (await createUpload(client, bytes.length, metadata)).headers.get('location') ?? ''
    expect((await sendBytes(client, path, 0, bytes.subarray(0, 100_000))).status).toBe(204)
    const cut = sendBytes(client, path, 100_000, bytes.subarray(100_000)).catch(() => null)
    await server.kill()
    await cut
    await restart()
    const offset = Number((await offsetOf(client, path)).headers.get('upload-offset') ?? '-1')
    const isWhole = offset === -1
    if (!isWhole) {
      expect(offset).toBeGreaterThanOrEqual(100_000)
      expect((await sendBytes(client, path, offset, bytes.subarray(offset))).status).toBe(204)
    }
    const seen = `/api/v1/photos/${metadata.sha256}?staff=${client.staff}`
    expect((await client.call('HEAD', seen)).status).toBe(200)
  })

  it('nothing broke that nobody waited for, and the log names nobody', () => {
    said += server.said
    expect(outsideTheLog(said)).toEqual([])
    expect(said).not.toMatch(/李敏|周杰|王芳|赵强|staff-\d|法兰/)
  })
})
