import { serve } from '@hono/node-server'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { createServerApp } from '../../server/app'
import { connectTo } from '../../server/database/address'
import { createParts } from '../../server/parts'
import { diskStore, type PhotoStore } from '../../server/photo/photo-store'
import { PUBLIC_URL } from './http-client'
import { HttpCompany } from './http-company'
import { postgresStore } from './postgres-store'

interface Shared {
  readonly database: Awaited<ReturnType<typeof postgresStore>>
  readonly photoDir: string
}

/** Another server's database, over connections of one's own. */
const besides = ({ database, photoDir }: Shared): Shared => {
  const sql = connectTo(database.address, { max: 6 })
  return { photoDir, database: { ...database, sql, close: () => sql.end() } }
}

const alone = async (): Promise<Shared> => ({
  database: await postgresStore(6),
  photoDir: mkdtempSync(join(tmpdir(), 'mengya-photos-')),
})

/**
 * The whole server on a socket over a PostgreSQL of its own, or over another's, with a clock tests may
 * move ahead.
 */
export const testServer = async (
  appFolder: string | null = null,
  other?: Shared,
  photoStore?: PhotoStore,
) => {
  const { database, photoDir } = other ? besides(other) : await alone()
  const erasureLedger = join(photoDir, 'erasures.jsonl')
  const lines: string[] = []
  let ahead = 0
  const parts = createParts({
    settings: {
      publicUrl: PUBLIC_URL,
      trustProxy: true,
      drainSeconds: 0,
      metricsToken: 'metrics-token',
      erasureLedger,
      rowsKeptDays: 90,
    },
    photoStore: photoStore ?? diskStore(photoDir),
    sql: database.sql,
    log: pino({ level: 'debug', base: null }, { write: (line: string) => lines.push(line) }),
    now: () => Date.now() + ahead,
    appFolder,
  })
  const { fetch } = createServerApp(parts)
  const server = await new Promise<ReturnType<typeof serve>>((done) => {
    const started = serve({ fetch, hostname: '127.0.0.1', port: 0 }, () => done(started))
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    ...{ parts, url, database, lines, photoDir },
    passTime: (milliseconds: number) => {
      ahead += milliseconds
    },
    company: (name: string) => HttpCompany.begin(parts, url, name),
    close: async () => {
      parts.watch.stop()
      parts.streams.endAll()
      server.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
      await database.close()
      if (!other) rmSync(photoDir, { recursive: true, force: true })
    },
  }
}

export type TestServer = Awaited<ReturnType<typeof testServer>>
