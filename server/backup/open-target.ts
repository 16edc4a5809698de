import { connectTo } from '../database/address'
import { openDatabase, runningDatabase } from '../database/open-database'
import { AlreadyRunning } from '../database/start-lock'
import { openPhotoStore } from '../photo/photo-store'
import type { Settings } from '../settings'

/** The database and the photos the settings name, for a program beside the server. */
export const openTarget = async (settings: Settings, mayBeServed: boolean) => {
  const database = await openDatabase(settings).catch((error: unknown) => {
    if (mayBeServed && error instanceof AlreadyRunning) return runningDatabase(settings.dataDir)
    throw error
  })
  const sql = connectTo(database.address, { max: 2 })
  return {
    sql,
    shelf: (await openPhotoStore(settings)).shelf,
    close: async () => {
      await sql.end({ timeout: 5 })
      await database.stop()
    },
  }
}
