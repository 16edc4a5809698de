import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canEnter, type DatabaseUser } from './database-user'

/** Where one cluster keeps its things. */
export interface DataFolder {
  /** The folder of ours that holds the rest. */
  readonly root: string
  readonly cluster: string
  readonly socket: string
  readonly password: string
  readonly log: string
}

/** Longest path a unix socket may have, with the name PostgreSQL adds. */
const LONGEST_SOCKET_FOLDER = 107 - '/.s.PGSQL.5432.lock'.length

export const ELSEWHERE = '/var/lib/mengya'

const shortHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12)

const own = (folder: string, user: DatabaseUser | null, mode: number): void => {
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, mode)
  if (user) chownSync(folder, user.uid, user.gid)
}

const rootFor = (dataDir: string, user: DatabaseUser | null): string => {
  const wanted = join(dataDir, 'database')
  const other = join(ELSEWHERE, shortHash(dataDir))
  if (user === null || existsSync(join(wanted, 'cluster'))) return wanted
  mkdirSync(dataDir, { recursive: true })
  return canEnter(dataDir, user) ? wanted : other
}

const socketFor = (root: string): string => {
  const wanted = join(root, 'run')
  const other = join(tmpdir(), `mengya-${shortHash(root)}`)
  return Buffer.byteLength(wanted) <= LONGEST_SOCKET_FOLDER ? wanted : other
}

/** Makes the folders, owned by whoever the database runs as and closed to everyone else. */
export const layDataFolder = (dataDir: string, user: DatabaseUser | null): DataFolder => {
  const root = rootFor(dataDir, user)
  const socket = socketFor(root)
  own(root, user, 0o700)
  own(socket, user, 0o700)
  return {
    root,
    socket,
    cluster: join(root, 'cluster'),
    password: join(root, 'password'),
    log: join(root, 'postgres.log'),
  }
}
