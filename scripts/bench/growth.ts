/**
 * `npm run bench:growth`: what an act and a pull of a hundred changed rows cost the server, in time and in
 * bytes, as a company's records grow; beside bare inserts of the same bytes in the same run. `SIZES=` names
 * other sizes.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectTo } from '../../server/database/address'
import { openDatabase } from '../../server/database/open-database'
import { migrate } from '../../server/store/migration/migrate'
import { kyselyOver, PostgresStore } from '../../server/store/postgres/postgres-store'
import { WireServer, type WirePhone } from '../../tests/support/acceptance'
import { newId } from '../../tests/support/build/ids'
import { receiveTicket } from '../../tests/support/build/ticket'
import { median, report } from './figure'
import { growTo } from './grow-to'

const SIZES = (process.env['SIZES'] ?? '1000,10000,100000').split(',').map(Number)
const CALLS = 60
const PUSHED = 1_000
const PULLED = 100
const TURNS = 5
const A_CALL = 200

const timed = async <T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> => {
  const began = performance.now()
  const value = await work()
  return { ms: performance.now() - began, value }
}
const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value))

const dataDir = mkdtempSync(join(tmpdir(), 'mengya-bench-'))
chmodSync(dataDir, 0o755)
const database = await openDatabase({ dataDir, databaseUrl: null })
const sql = connectTo(database.address, { max: 4 })
await migrate(kyselyOver(sql))
await sql`create table bare (id uuid primary key, body jsonb not null)`
const server = new WireServer(new PostgresStore(sql))
const [writer, reader] = [await server.phone(['steward']), await server.phone(['steward'])]

const newChange = (of: WirePhone) =>
  of.change('Ticket', newId(), receiveTicket(server.community, of.caller.staff))
const readAll = async (phone: WirePhone) => {
  for (let more = true; more;) more = (await phone.sync([], { want: 5_000 })).more
}
const push = async (changes: readonly object[]) => {
  for (let at = 0; at < changes.length; at += A_CALL)
    await writer.sync(changes.slice(at, at + A_CALL))
}
const pushBare = async (changes: readonly object[]) => {
  for (let at = 0; at < changes.length; at += A_CALL) {
    const rows = changes
      .slice(at, at + A_CALL)
      .map((change) => ({ id: newId<string>(), body: JSON.stringify(change) }))
    await sql`insert into bare ${sql(rows)}`
  }
}

/** One act a call, a batch, and a pull, each beside its reference, in turns. */
const measure = async (): Promise<Record<string, number>> => {
  const [one, bareOne, batch, bareBatch, pull]: number[][] = [[], [], [], [], []]
  const bytes = { one: 0, pull: 0 }
  for (let call = 0; call < CALLS; call += 1) {
    const change = newChange(writer)
    const accepted = await timed(() => writer.sync([change]))
    one?.push(accepted.ms)
    bytes.one = bytesOf(accepted.value)
    bareOne?.push((await timed(() => pushBare([change]))).ms)
  }
  for (let turn = 0; turn < TURNS; turn += 1) {
    const changes = Array.from({ length: PUSHED }, () => newChange(writer))
    batch?.push((await timed(() => push(changes))).ms)
    bareBatch?.push((await timed(() => pushBare(changes))).ms)
    await readAll(reader)
    await push(Array.from({ length: PULLED }, () => newChange(writer)))
    const pulled = await timed(() => reader.sync([], { want: 2_000 }))
    if (pulled.value.rows.length !== PULLED) throw new Error('Another number of rows was pulled')
    pull?.push(pulled.ms)
    bytes.pull = bytesOf(pulled.value)
  }
  return {
    'one act (ms, median)': median(one ?? []),
    'one act ÷ bare insert and commit': median(one ?? []) / median(bareOne ?? []),
    [`${PUSHED} acts pushed (ms, median)`]: median(batch ?? []),
    [`${PUSHED} acts pushed ÷ bare inserts and commits`]:
      median(batch ?? []) / median(bareBatch ?? []),
    [`${PULLED} changed rows pulled (ms, median)`]: median(pull ?? []),
    'answer to one act (bytes)': bytes.one,
    [`answer with ${PULLED} changed rows (bytes)`]: bytes.pull,
  }
}

await push(Array.from({ length: 200 }, () => newChange(writer)))
const bySize = new Map<number, Record<string, number>>()
for (const size of SIZES) {
  await growTo(sql, server.company, size)
  await readAll(writer)
  await readAll(reader)
  bySize.set(size, await measure())
}

const figures: Record<string, number> = {}
for (const [size, measured] of bySize)
  for (const [what, figure] of Object.entries(measured))
    figures[`${size} records: ${what}`] = figure
const [least, most] = [bySize.get(SIZES[0] ?? 0), bySize.get(SIZES.at(-1) ?? 0)]
for (const [what, figure] of Object.entries(most ?? {}))
  if (!what.includes('÷'))
    figures[`${SIZES.at(-1) ?? 0} ÷ ${SIZES[0] ?? 0}: ${what}`] = figure / (least?.[what] ?? NaN)
report(figures)

await sql.end()
await database.stop()
rmSync(dataDir, { recursive: true, force: true })
