/** `npm run bench`: acceptance beside its references in the same run, as JSON and a table. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectTo } from '../server/database/address'
import { openDatabase } from '../server/database/open-database'
import { migrate } from '../server/store/migration/migrate'
import { kyselyOver, PostgresStore } from '../server/store/postgres/postgres-store'
import { receiveTicket } from '../tests/support/build/ticket'
import { newId } from '../tests/support/build/ids'
import { manyCallers } from './bench/many-callers'
import { WireServer, type WirePhone } from '../tests/support/acceptance'

const CALLS = 300
const BATCH = 1_000

const milliseconds = async (work: () => Promise<void>): Promise<number> => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const dataDir = mkdtempSync(join(tmpdir(), 'mengya-bench-'))
chmodSync(dataDir, 0o755)
const database = await openDatabase({ dataDir, databaseUrl: null })
const sql = connectTo(database.address, { max: 4 })
const db = kyselyOver(sql)
await migrate(db)
const server = new WireServer(new PostgresStore(sql))
const phone = await server.phone(['steward'])

const newChange = (of: WirePhone) =>
  of.change('Ticket', newId(), receiveTicket(server.community, of.caller.staff))

await sql`create table bare (id uuid primary key, body jsonb not null)`
const bare: number[] = []
const accepted: number[] = []
for (let call = 0; call < CALLS; call += 1) {
  const change = newChange(phone)
  accepted.push(
    await milliseconds(async () => {
      await phone.sync([change])
    }),
  )
  const body = JSON.stringify(change)
  bare.push(
    await milliseconds(async () => {
      await sql`insert into bare values (${newId<string>()}, ${body})`
    }),
  )
}
const changes = Array.from({ length: BATCH }, () => newChange(phone))
const pushed = await milliseconds(async () => {
  for (let at = 0; at < BATCH; at += 200) await phone.sync(changes.slice(at, at + 200))
})
const reader = await server.phone(['steward'])
const pulled = await milliseconds(async () => {
  for (let more = true; more;) more = (await reader.sync([], { want: 2_000 })).more
})

const rows = {
  ...(await manyCallers(database.address)),
  'one act accepted, rows back (ms, median)': median(accepted),
  'bare insert and commit of the same bytes (ms, median)': median(bare),
  'accepted ÷ bare (throughput)': median(bare) / median(accepted),
  [`${BATCH} acts pushed in calls of 200 (ms)`]: pushed,
  [`${CALLS + BATCH} rows pulled from nothing (ms)`]: pulled,
}
process.stdout.write(`${JSON.stringify(rows)}\n`)
for (const [name, value] of Object.entries(rows))
  process.stdout.write(`${name.padEnd(60)} ${value.toFixed(2)}\n`)

await sql.end()
await database.stop()
rmSync(dataDir, { recursive: true, force: true })
