import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { isAlive } from '../../server/database/postmaster'
import { ServerProcess } from '../support/server-process'
import { WireClient } from '../support/wire-client'

const opened: ServerProcess[] = []
const make = () => {
  const server = new ServerProcess()
  opened.push(server)
  return server
}

afterEach(async () => {
  for (const server of opened.splice(0)) await server.remove()
})

const postmaster = (server: ServerProcess): number => {
  const where = /data in (.+)/.exec(server.said)?.[1] ?? join(server.dataDir, 'database')
  const file = join(where, 'cluster', 'postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0
}

const ticketsOf = async (server: ServerProcess) => {
  const client = new WireClient(server.address)
  await client.signIn('zhoujie')
  return (await client.records('Ticket')).length
}

describe('npm start', () => {
  it('fills a demonstration, names every account, and stops cleanly with its database', async () => {
    const server = await make().start()
    for (const account of ['limin', 'zhoujie', 'admin', 'qinghe'])
      expect(server.said).toMatch(new RegExp(`^${account} \\S+ \\S+ \\S+$`, 'm'))
    const pid = postmaster(server)
    expect(isAlive(pid)).toBe(true)
    expect(await server.stop()).toBe(0)
    expect(isAlive(pid)).toBe(false)
  })

  it('finds everything again after a kill -9, and adopts the orphaned database', async () => {
    const server = await make().start()
    const before = await ticketsOf(server)
    const pid = postmaster(server)
    await server.kill()
    expect(isAlive(pid)).toBe(true)
    await server.start()
    expect(postmaster(server)).toBe(pid)
    expect(await ticketsOf(server)).toBe(before)
    expect(server.said).not.toContain('filling')
  })

  it('refuses a second start on the same folder, and the first goes on', async () => {
    const first = await make().start()
    const second = make()
    const again = second.start([], { DATA_DIR: first.dataDir })
    await expect(again).rejects.toThrow(/already running/)
    expect(await ticketsOf(first)).toBeGreaterThan(0)
  })

  it('never lets demonstration passwords face a network', async () => {
    const server = make()
    await expect(server.start([], { HOST: '0.0.0.0' })).rejects.toThrow(/demonstration passwords/)
  })

  it('names a setting that cannot be', async () => {
    const server = make()
    await expect(server.start([], { DATABASE_POOL: 'many' })).rejects.toThrow(/DATABASE_POOL/)
  })

  it('--empty begins with one administrator whose password is said once and works', async () => {
    const server = await make().start(['--empty'])
    const password = /^admin (\S+) administrator/m.exec(server.said)?.[1] ?? ''
    const client = new WireClient(server.address)
    expect((await client.signIn('admin', password)).staff.roles).toEqual(['administrator'])
    expect(await client.records('Staff')).toMatchObject([{ name: '管理员', active: true }])
    await server.stop()
    await server.start()
    expect(server.said).not.toContain(password)
  })
})
