import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** The account PostgreSQL runs as when we are root: it refuses to be root itself. */
export interface DatabaseUser {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

const CANDIDATES = ['postgres', 'nobody']

/** Null when we are an ordinary user: then it simply runs as us. */
export const databaseUser = (): DatabaseUser | null => {
  if (process.getuid?.() !== 0) return null
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const candidate of CANDIDATES) {
    const [name, , uid, gid] =
      lines.find((line) => line.startsWith(`${candidate}:`))?.split(':') ?? []
    if (name && uid && gid) return { name, uid: Number(uid), gid: Number(gid) }
  }
  throw new Error('PostgreSQL cannot run as root, and there is no user "postgres" or "nobody".')
}

export const asUser = (user: DatabaseUser | null) => (user ? { uid: user.uid, gid: user.gid } : {})

/** Whether that user can enter a folder, asked by trying. */
export const canEnter = (folder: string, user: DatabaseUser | null): boolean =>
  user === null ||
  spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...asUser(user), cwd: '/' }).status === 0
