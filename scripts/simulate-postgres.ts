import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectTo } from '../server/database/address'
import { openDatabase } from '../server/database/open-database'
import { migrate } from '../server/store/migration/migrate'
import { kyselyOver } from '../server/store/postgres/postgres-store'
import { makeRoomForBackups, postgresGround } from '../tests/simulator/postgres-ground'
import type { GroundFor } from '../tests/simulator/simulate'

/** A PostgreSQL for stories: that of `DATABASE_URL`, or one in a folder that goes with the run. */
export const openSimulated = async () => {
  const databaseUrl = process.env['DATABASE_URL'] ?? null
  const dataDir = mkdtempSync(join(tmpdir(), 'mengya-simulate-'))
  const database = await openDatabase({ dataDir, databaseUrl })
  const sql = connectTo(database.address, { max: 4 })
  await migrate(kyselyOver(sql))
  await makeRoomForBackups(sql)
  const groundFor: GroundFor = (company, control, chance) =>
    postgresGround(sql, company, control, chance)
  return {
    groundFor,
    close: async () => {
      await sql.end()
      await database.stop()
      rmSync(dataDir, { recursive: true, force: true })
      if (databaseUrl === null) rmSync(database.where, { recursive: true, force: true })
    },
  }
}
