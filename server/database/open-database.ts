import { resolve } from 'node:path'
import { connectTo, type DatabaseAddress } from './address'
import { findBinaries } from './binaries'
import { addressOf, startCluster } from './cluster'
import { ELSEWHERE, layDataFolder } from './data-folder'
import { databaseUser } from './database-user'
import { keepRunning } from './keep-running'
import { stopPostmaster } from './postmaster'
import { takeStartLock } from './start-lock'

export interface OpenDatabase {
  readonly address: DatabaseAddress
  /** In words, for whoever started us. */
  readonly where: string
  /** From now on one of our own that dies is started again; `onFall` hears of it, with what went wrong. */
  keep(onFall: (error: unknown) => void): void
  stop(): Promise<void>
}

const DATABASE = 'mengya'

const createOnce = async (address: DatabaseAddress): Promise<DatabaseAddress> => {
  const sql = connectTo(address, { max: 1 })
  try {
    const found = await sql`select 1 from pg_database where datname = ${DATABASE}`
    if (found.length === 0) await sql`create database ${sql(DATABASE)}`
  } finally {
    await sql.end()
  }
  return 'url' in address ? address : { ...address, database: DATABASE }
}

/**
 * The database of `databaseUrl`, or a PostgreSQL of our own in `dataDir`, running as an ordinary
 * user even when we are root. Throws AlreadyRunning when another server holds the folder.
 */
export const openDatabase = async (settings: {
  readonly dataDir: string
  readonly databaseUrl: string | null
}): Promise<OpenDatabase> => {
  if (settings.databaseUrl)
    return {
      address: { url: settings.databaseUrl },
      where: 'the database DATABASE_URL names',
      keep: () => undefined,
      stop: () => Promise.resolve(),
    }
  const dataDir = resolve(settings.dataDir)
  const user = databaseUser()
  const folder = layDataFolder(dataDir, user)
  const lock = await takeStartLock(folder.socket, folder.root)
  try {
    const binaries = findBinaries(user, ELSEWHERE)
    const address = await startCluster(binaries, folder, user)
    let leaveOff = () => Promise.resolve()
    return {
      address: await createOnce(address),
      where: folder.root,
      keep: (onFall) => {
        leaveOff = keepRunning({ binaries, folder, user }, onFall)
      },
      stop: async () => {
        await leaveOff()
        await stopPostmaster(folder)
        await lock.release()
      },
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** The database a running server holds in its folder; stopping it is the server's, not ours. */
export const runningDatabase = (dataDir: string): OpenDatabase => {
  const folder = layDataFolder(resolve(dataDir), databaseUser())
  return {
    address: { ...addressOf(folder), database: DATABASE },
    where: folder.root,
    keep: () => undefined,
    stop: () => Promise.resolve(),
  }
}
