import { serve } from '@hono/node-server'
import pino from 'pino'
import { existsSync, mkdirSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { v5 } from 'uuid'
import { AccountBook } from './account/account-book'
import { SessionBook } from './account/session-book'
import { SignInBrake } from './account/sign-in-brake'
import { createServerApp } from './app'
import { connectTo } from './database/address'
import { openDatabase } from './database/open-database'
import { beginEmpty } from './demonstration/begin-empty'
import { fillDemonstration } from './demonstration/fill'
import { accountLines } from './demonstration/account-lines'
import type { ServerParts } from './http/environment'
import { VersionWatch } from './live/version-watch'
import { PhotoShelf } from './photo/photo-shelf'
import { readSettings, refuseOpenDemonstration, type Settings } from './settings'
import { migrate } from './store/migration/migrate'
import { kyselyOver, PostgresStore } from './store/postgres/postgres-store'

const say = (line: string) => process.stdout.write(`${line}\n`)

const builtApp = (): string | null => {
  const here = dirname(fileURLToPath(import.meta.url))
  const folder = resolve(here, '..', 'app')
  return existsSync(join(folder, 'index.html')) ? folder : null
}

const open = async (settings: Settings) => {
  const database = await openDatabase(settings)
  say(`数据在 · data in ${database.where}`)
  const sql = connectTo(database.address, { max: settings.databasePool })
  const db = kyselyOver(sql)
  await migrate(db)
  const log = pino({ level: settings.logLevel, base: null })
  const store = new PostgresStore(db)
  const photos = new PhotoShelf(settings.photoDir)
  mkdirSync(photos.uploads, { recursive: true })
  const parts: ServerParts = {
    ...{ settings, store, log, photos, appFolder: builtApp(), brake: new SignInBrake() },
    accounts: new AccountBook(db),
    sessions: new SessionBook(db),
    watch: new VersionWatch(db, (error) => log.warn({ err: error }, 'version watch')),
    services: {
      now: () => Date.now(),
      newMark: () => randomBytes(9).toString('base64url'),
      nameId: (namespace, name) => v5(name, namespace),
    },
    isDatabaseUp: () =>
      sql`select 1`.then(
        () => true,
        () => false,
      ),
  }
  return { database, sql, db, parts }
}

const fill = async (parts: ServerParts, isEmptyWanted: boolean): Promise<void> => {
  if (!(await parts.accounts.isEmpty())) return
  const now = parts.services.now()
  if (isEmptyWanted) {
    say(await beginEmpty(parts, now))
    return
  }
  say('第一次启动,正在放入演示数据 · filling the demonstration …')
  await fillDemonstration({ ...parts, now })
}

const listen = (
  parts: ServerParts,
  fetch: Parameters<typeof serve>[0]['fetch'],
  settings: Settings,
) =>
  new Promise<ReturnType<typeof serve>>((done, fail) => {
    const options = { fetch, hostname: settings.host, port: settings.port }
    const server = serve(options, () => done(server))
    server.on('error', fail)
  })

const run = async (): Promise<void> => {
  const settings = readSettings(process.env)
  const { database, sql, db, parts } = await open(settings)
  const stopDatabase = async () => {
    await sql.end({ timeout: 5 })
    await database.stop()
  }
  try {
    await fill(parts, process.argv.includes('--empty'))
    refuseOpenDemonstration(settings, await parts.accounts.hasDemonstration())
    const { app, streams } = createServerApp(parts, db)
    const server = await listen(parts, app.fetch, settings)
    for (const line of await accountLines(parts.accounts)) say(line)
    say(`\n萌芽巡查 · Mengya  ${settings.publicUrl}`)
    let isStopping = false
    const stop = () => {
      if (isStopping) return
      isStopping = true
      server.close()
      parts.watch.stop()
      streams.closeAll()
      setTimeout(() => {
        if ('closeAllConnections' in server) server.closeAllConnections()
        void stopDatabase().then(() => process.exit(0))
      }, 300)
    }
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
  } catch (error) {
    await stopDatabase()
    throw error
  }
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
