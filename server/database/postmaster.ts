import { spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { connectTo, type DatabaseAddress } from './address'
import type { Binaries } from './binaries'
import type { DataFolder } from './data-folder'
import { asUser, type DatabaseUser } from './database-user'

const pidFile = (folder: DataFolder) => join(folder.cluster, 'postmaster.pid')

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

export const postmasterPid = (folder: DataFolder): number | null => {
  if (!existsSync(pidFile(folder))) return null
  const pid = Number(readFileSync(pidFile(folder), 'utf8').split('\n')[0])
  return Number.isInteger(pid) && pid > 1 ? pid : null
}

const commandOf = (pid: number): string =>
  spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''

/** Whether the postmaster of this folder lives, or something else of PostgreSQL under its number. */
export const isHeld = (folder: DataFolder): boolean => {
  const pid = postmasterPid(folder)
  return pid !== null && isAlive(pid) && commandOf(pid).includes('postgres')
}

/**
 * After a reboot the number in the file may belong to something else, and would block the start. The
 * file of one that is dead stays: by it PostgreSQL sees whether processes of a killed one still write.
 */
export const dropStalePidFile = (folder: DataFolder): void => {
  const pid = postmasterPid(folder)
  if (pid !== null && isAlive(pid) && !isHeld(folder)) rmSync(pidFile(folder), { force: true })
}

/** Whether the database that answers on our socket is the one in our folder. */
export const answers = async (address: DatabaseAddress, folder: DataFolder): Promise<boolean> => {
  const sql = connectTo(address, { max: 1, connectSeconds: 2 })
  try {
    const [row] = await sql<{ where: string }[]>`select current_setting('data_directory') as where`
    return row?.where === folder.cluster
  } catch {
    // Not there yet, or not any more: that is the answer.
    return false
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** Detached, so that Ctrl-C in the terminal reaches us first and the database last. */
export const spawnPostmaster = (
  binaries: Binaries,
  folder: DataFolder,
  user: DatabaseUser | null,
): void => {
  const log = openSync(folder.log, 'a', 0o600)
  const args = ['-D', folder.cluster, '-k', folder.socket, '-c', 'listen_addresses=', '-p', '5432']
  const child = spawn(binaries.postgres, args, {
    ...asUser(user),
    cwd: folder.root,
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
  })
  child.on('error', () => undefined)
  child.unref()
  closeSync(log)
}

const until = async (isDone: () => boolean | Promise<boolean>, seconds: number) => {
  const end = performance.now() + seconds * 1_000
  while (performance.now() < end) {
    if (await isDone()) return true
    await wait(50)
  }
  return false
}

export const waitUntilAnswers = (address: DatabaseAddress, folder: DataFolder, seconds: number) =>
  until(() => answers(address, folder), seconds)

/** Fast shutdown: open transactions are rolled back, everything acknowledged is on disk. */
export const stopPostmaster = async (folder: DataFolder): Promise<void> => {
  const pid = postmasterPid(folder)
  if (pid === null || !isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  if (await until(() => !isAlive(pid), 60)) return
  process.kill(pid, 'SIGQUIT')
  await until(() => !isAlive(pid), 30)
}
