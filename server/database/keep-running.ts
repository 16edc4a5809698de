import type { Binaries } from './binaries'
import { startCluster } from './cluster'
import type { DataFolder } from './data-folder'
import type { DatabaseUser } from './database-user'
import { isAlive, postmasterPid } from './postmaster'

const LOOK_EVERY = 500

export interface KeptCluster {
  readonly binaries: Binaries
  readonly folder: DataFolder
  readonly user: DatabaseUser | null
}

/**
 * A database of ours that died (killed, out of memory, out of disk) is started again: it recovers
 * what was acknowledged by itself, and calls meanwhile are answered 503. One that does not start is
 * tried again and again. Answers how to leave off, which waits for a start under way.
 */
export const keepRunning = (
  { binaries, folder, user }: KeptCluster,
  onFall: (error: unknown) => void,
): (() => Promise<void>) => {
  let starting: Promise<unknown> | null = null
  const look = () => {
    const pid = postmasterPid(folder)
    if (starting || (pid !== null && isAlive(pid))) return
    onFall(null)
    starting = startCluster(binaries, folder, user)
      .catch(onFall)
      .finally(() => (starting = null))
  }
  const timer = setInterval(look, LOOK_EVERY).unref()
  return async () => {
    clearInterval(timer)
    await starting
  }
}
