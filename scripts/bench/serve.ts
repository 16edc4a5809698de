/** The whole server in a process of its own, with a bare endpoint beside it as the reference. */
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import pino from 'pino'
import { createServerApp } from '../../server/app'
import { connectTo, type DatabaseAddress } from '../../server/database/address'
import { createParts } from '../../server/parts'
import { diskStore } from '../../server/photo/photo-store'

const { BENCH_ADDRESS = '', BENCH_FOLDER = '', BENCH_PORT = '' } = process.env
const port = Number(BENCH_PORT)
const sql = connectTo(JSON.parse(BENCH_ADDRESS) as DatabaseAddress, { max: 10 })
const parts = createParts({
  settings: {
    ...{ publicUrl: `http://localhost:${port}`, trustProxy: false, metricsToken: null },
    ...{ erasureLedger: join(BENCH_FOLDER, 'ledger'), rowsKeptDays: 90, drainSeconds: 0 },
  },
  photoStore: diskStore(join(BENCH_FOLDER, 'photos')),
  ...{ sql, log: pino({ level: 'silent' }), now: () => Date.now(), appFolder: null },
})

const app = new Hono()
/** What any server must do at the least: read the call, write the same bytes, commit, answer. */
app.post('/bare', async (c) => {
  const body = await c.req.json<object>()
  await sql`insert into bare values (${randomUUID()}, ${JSON.stringify(body)})`
  return c.json({ ok: true })
})
app.route('/', createServerApp(parts))

serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () => process.stdout.write('listening\n'))

process.on('SIGTERM', () => process.exit(0))
