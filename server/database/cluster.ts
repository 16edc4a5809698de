import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { DatabaseAddress } from './address'
import type { Binaries } from './binaries'
import type { DataFolder } from './data-folder'
import { asUser, type DatabaseUser } from './database-user'
import { answers, dropStalePidFile, isHeld, spawnPostmaster, waitUntilAnswers } from './postmaster'

const SUPERUSER = 'mengya'

// Without these, LC_ALL=C would make the cluster SQL_ASCII and a missing locale would fail it.
const INITDB_FLAGS = [
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  '--set=timezone=UTC',
  '--set=log_timezone=UTC',
  '--auth-local=scram-sha-256',
  '--auth-host=scram-sha-256',
  `--username=${SUPERUSER}`,
]

/** Into a sibling and then renamed: an interrupted one never looks like a finished one. */
const initialise = (binaries: Binaries, folder: DataFolder, user: DatabaseUser | null): void => {
  const half = mkdtempSync(join(folder.root, 'half-'))
  const secret = join(half, 'secret')
  const cluster = join(half, 'cluster')
  writeFileSync(secret, randomBytes(24).toString('base64url'), { mode: 0o600 })
  if (user) for (const path of [half, secret]) chownSync(path, user.uid, user.gid)
  const made = spawnSync(binaries.initdb, ['-D', cluster, `--pwfile=${secret}`, ...INITDB_FLAGS], {
    ...asUser(user),
    cwd: half,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
  })
  if (made.status !== 0) {
    rmSync(half, { recursive: true, force: true })
    throw new Error(`PostgreSQL could not make its files: ${made.stderr || String(made.error)}`)
  }
  renameSync(secret, folder.password)
  renameSync(cluster, folder.cluster)
  rmSync(half, { recursive: true, force: true })
}

const lastWords = (folder: DataFolder): string =>
  existsSync(folder.log)
    ? readFileSync(folder.log, 'utf8').trim().split('\n').slice(-3).join(' ')
    : ''

/** One that is stopping holds the folder a moment longer: wait for it rather than fail. */
const waitForLeaver = async (folder: DataFolder): Promise<void> => {
  for (let tries = 0; tries < 600; tries += 1) {
    if (!isHeld(folder)) return
    await wait(100)
  }
}

/** Processes of a killed one may hold the folder a moment longer; then a start fails, safely. */
const STARTS = 12

const spawnUntilAnswers = async (
  binaries: Binaries,
  folder: DataFolder,
  user: DatabaseUser | null,
): Promise<boolean> => {
  const address = addressOf(folder)
  for (let starts = 0; starts < STARTS; starts += 1) {
    if (!isHeld(folder)) spawnPostmaster(binaries, folder, user)
    if (await waitUntilAnswers(address, folder, 5)) return true
  }
  return false
}

/** How to reach the cluster of a folder that was initialised. */
export const addressOf = (folder: DataFolder) => ({
  socketFolder: folder.socket,
  database: 'postgres',
  user: SUPERUSER,
  password: readFileSync(folder.password, 'utf8'),
})

/** Initialises if new, adopts a database a killed server left running, else starts one. */
export const startCluster = async (
  binaries: Binaries,
  folder: DataFolder,
  user: DatabaseUser | null,
): Promise<DatabaseAddress> => {
  if (!existsSync(folder.cluster)) initialise(binaries, folder, user)
  const address = addressOf(folder)
  dropStalePidFile(folder)
  if (isHeld(folder)) {
    if (await waitUntilAnswers(address, folder, 10)) return address
    await waitForLeaver(folder)
    dropStalePidFile(folder)
  }
  if (await answers(address, folder)) return address
  if (await spawnUntilAnswers(binaries, folder, user)) return address
  throw new Error(`PostgreSQL did not start: ${lastWords(folder)}`)
}
