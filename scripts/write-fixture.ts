/**
 * `npm run fixture`: writes a phone and a server of today's schema to `tests/fixture`. Once, before a
 * schema is raised: what later builds read there was written by the build of that time.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectTo } from '../server/database/address'
import { openDatabase } from '../server/database/open-database'
import { SCHEMA } from '../src/protocol/version'
import { tellFixture } from '../tests/fixture/tell'

const folder = join(import.meta.dirname, '..', 'tests', 'fixture', `schema-${SCHEMA}`)
if (existsSync(folder)) throw new Error(`${folder} is there already, and is never written again.`)
const dataDir = mkdtempSync(join(tmpdir(), 'mengya-fixture-'))
const database = await openDatabase({ dataDir, databaseUrl: null })
try {
  const sql = connectTo(database.address, { max: 4 })
  const told = await tellFixture(sql)
  await sql.end()
  mkdirSync(folder)
  for (const [name, dump] of Object.entries(told))
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(dump, null, 2)}\n`)
} finally {
  await database.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
