import { serve, type ServerType } from '@hono/node-server'
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import pino, { type Logger } from 'pino'
import type { Sql } from 'postgres'
import { DAY, MINUTE } from '../src/domain/instant'
import { bringAllToDay } from './account/bring-all-to-day'
import { createServerApp } from './app'
import { connectTo } from './database/address'
import { openDatabase } from './database/open-database'
import { accountLines } from './demonstration/account-lines'
import { beginEmpty } from './demonstration/begin-empty'
import { fillDemonstration } from './demonstration/fill'
import { eraseForgotten } from './erasure/erase'
import type { ServerParts } from './http/environment'
import { faultOf } from './http/fault'
import { createParts } from './parts'
import { openPhotoStore } from './photo/photo-store'
import { RobotWatch } from './robot/robot-watch'
import { readSettings, refuseOpenDemonstration, type Settings } from './settings'
import { stopServing } from './stop-serving'
import { migrate } from './store/migration/migrate'
import { kyselyOver } from './store/postgres/postgres-store'
import { sweep } from './sweep'

const say = (line: string) => process.stdout.write(`${line}\n`)

const builtApp = (): string | null => {
  const here = dirname(fileURLToPath(import.meta.url))
  const folder = resolve(here, '..', 'app')
  return existsSync(join(folder, 'index.html')) ? folder : null
}

/** [CK14] Told of by a group robot, where one is set up. */
const robotOf = ({ robot }: Settings, sql: Sql, log: Logger): RobotWatch | null =>
  robot &&
  new RobotWatch({
    ...{ sql, robot, now: () => Date.now() },
    onFault: (what) => log.warn({ what }, 'the group robot was not told'),
  })

const open = async (settings: Settings) => {
  const database = await openDatabase(settings)
  say(`数据在 · data in ${database.where}`)
  const sql = connectTo(database.address, { max: settings.databasePool })
  const close = async () => {
    await sql.end({ timeout: 5 })
    await database.stop()
  }
  try {
    await migrate(kyselyOver(sql))
  } catch (error) {
    await close()
    throw error
  }
  const log = pino({ level: settings.logLevel, base: null })
  database.keep((error) =>
    log.error(error === null ? {} : faultOf(error), 'the database fell and is started again'),
  )
  const now = () => Date.now()
  const photoStore = await openPhotoStore(settings)
  const around = { settings, sql, log, now, photoStore, appFolder: builtApp() }
  return { parts: createParts(around), robot: robotOf(settings, sql, log), close }
}

const fillWhenEmpty = async (parts: ServerParts, isEmptyWanted: boolean): Promise<void> => {
  if (!(await parts.accounts.isEmpty())) {
    if (isEmptyWanted)
      say('数据库里已有数据,未作改动 · the database is not empty: nothing was changed')
    return
  }
  await parts.accounts.clearUnfinished()
  const now = parts.services.now()
  if (isEmptyWanted) {
    say(await beginEmpty(parts, now))
    return
  }
  say('第一次启动,正在放入演示数据 · filling the demonstration …')
  await fillDemonstration({ ...parts, now })
}

/** [SY27] A restored backup is told of the erasures it forgot before anybody reads it. */
const eraseAgain = async (parts: ServerParts): Promise<void> => {
  const { again, torn } = await eraseForgotten(parts)
  if (again > 0) say(`重新删除了 ${again} 条 · erased again: ${again}`)
  if (torn > 0) parts.log.warn({ torn }, 'lines of the erasure ledger could not be read')
}

/** [WI13] What earlier versions kept of accounts only is told to colleagues, before anybody reads. */
const bringStaffInStep = async ({
  accounts,
  accountDesk,
  services,
}: ServerParts): Promise<void> => {
  for (const company of await accounts.companies())
    await accountDesk.bringInStep(company, services.now())
}

const listen = (parts: ServerParts, { host, port }: Settings): Promise<ServerType> =>
  new Promise((done, fail) => {
    const { fetch } = createServerApp(parts)
    const server = serve({ fetch, hostname: host, port }, () => done(server))
    server.on('error', fail)
  })

const sweepDaily = (parts: ServerParts): NodeJS.Timeout => {
  const { log, services } = parts
  const sweepNow = () =>
    void sweep(parts, services.now()).then(
      (swept) => log.info(swept, 'swept'),
      (error: unknown) => log.warn(faultOf(error), 'sweeping broke'),
    )
  sweepNow()
  return setInterval(sweepNow, DAY).unref()
}

/** [AC11] Duties that begin or end by themselves, for those whose phones do not ask just then. */
const followEdges = (parts: ServerParts): NodeJS.Timeout => {
  const look = () =>
    void bringAllToDay(parts).catch((error: unknown) =>
      parts.log.warn(faultOf(error), 'bringing duties to the day broke'),
    )
  look()
  return setInterval(look, MINUTE).unref()
}

/** Calls under way are answered, then the database stops. */
const stopOnSignal = (
  parts: ServerParts,
  robot: RobotWatch | null,
  server: ServerType,
  close: () => Promise<void>,
) => {
  let isStopping = false
  const stop = () => {
    if (isStopping) return
    isStopping = true
    Promise.all([stopServing(parts, server), robot?.stop()])
      .then(close)
      .then(() => process.exit(0), fail)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

const run = async (): Promise<void> => {
  const settings = readSettings(process.env)
  const { parts, robot, close } = await open(settings)
  try {
    await fillWhenEmpty(parts, process.argv.includes('--empty'))
    await eraseAgain(parts)
    await bringStaffInStep(parts)
    refuseOpenDemonstration(settings, await parts.accounts.hasDemonstration())
    const server = await listen(parts, settings)
    stopOnSignal(parts, robot, server, close)
    robot?.start()
    sweepDaily(parts)
    followEdges(parts)
    for (const line of await accountLines(parts.accounts)) say(line)
    say(`\n萌芽巡查 · Mengya  ${settings.publicUrl}`)
  } catch (error) {
    await close()
    throw error
  }
}

const fail = (error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

run().catch(fail)
