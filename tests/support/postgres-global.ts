import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import type { DatabaseAddress } from '../../server/database/address'
import { openDatabase } from '../../server/database/open-database'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: DatabaseAddress
  }
}

/** One real PostgreSQL for the whole run; each test makes a database of its own in it. */
const setup = async (project: TestProject) => {
  const given = process.env['TEST_DATABASE_URL'] ?? null
  const dataDir = mkdtempSync(join(tmpdir(), 'mengya-postgres-'))
  const database = await openDatabase({ dataDir, databaseUrl: given })
  project.provide('postgres', database.address)
  return async () => {
    await database.stop()
    rmSync(dataDir, { recursive: true, force: true })
    if (!given) rmSync(database.where, { recursive: true, force: true })
  }
}

export default setup
