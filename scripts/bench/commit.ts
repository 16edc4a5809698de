/**
 * `npm run bench:commit`: calls of one company a second where a commit takes longer, as on a database
 * across a network: PostgreSQL itself is told to wait before each flush (`commit_delay`).
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectTo } from '../../server/database/address'
import { openDatabase } from '../../server/database/open-database'
import { migrate } from '../../server/store/migration/migrate'
import { kyselyOver } from '../../server/store/postgres/postgres-store'
import { report } from './figure'
import { manyCallers } from './many-callers'

/** Milliseconds added to each commit. */
const ADDED = [0, 1, 5, 30]

const dataDir = mkdtempSync(join(tmpdir(), 'mengya-bench-'))
chmodSync(dataDir, 0o755)
const database = await openDatabase({ dataDir, databaseUrl: null })
const sql = connectTo(database.address, { max: 2 })
await migrate(kyselyOver(sql))
await sql`create table bare (id uuid primary key, body jsonb not null)`
await sql`alter system set commit_siblings = 0`

const figures: Record<string, number> = {}
for (const added of ADDED) {
  await sql.unsafe(`alter system set commit_delay = ${added * 1_000}`)
  await sql`select pg_reload_conf()`
  for (const [what, figure] of Object.entries(await manyCallers(database.address)))
    figures[`commit + ${added} ms: ${what}`] = figure
}
report(figures)

await sql.end()
await database.stop()
rmSync(dataDir, { recursive: true, force: true })
