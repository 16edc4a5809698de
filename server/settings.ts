import { resolve } from 'node:path'
import type { Bucket } from './photo/bucket'
import type { Robot } from './robot/robot-watch'

/** What the environment says, read once. Every variable stands in the README. */
export interface Settings {
  readonly host: string
  readonly port: number
  /** Where the address bar of staff points: cookies and Origin checks go by it. */
  readonly publicUrl: string
  readonly dataDir: string
  readonly databaseUrl: string | null
  readonly databasePool: number
  readonly photoDir: string
  /** Named, photos are kept there instead of in `photoDir`. */
  readonly photoBucket: Bucket | null
  /** Where erasures are written down; never inside what is backed up with the database. */
  readonly erasureLedger: string
  /** What was settled longer ago is not brought by a first pull. */
  readonly rowsKeptDays: number
  readonly logLevel: string
  readonly metricsToken: string | null
  /** Believe X-Forwarded-For and -Proto: only behind a proxy of one's own. */
  readonly trustProxy: boolean
  /** A group robot that is told of what was escalated; null where none is set up. */
  readonly robot: Robot | null
  /** How long calls are still taken, while `/readyz` says 503, once we were told to stop. */
  readonly drainSeconds: number
}

export class SettingFault extends Error {}

type Environment = Readonly<Record<string, string | undefined>>

const wholeNumber = (env: Environment, name: string, otherwise: number, most: number): number => {
  const text = env[name]
  if (text === undefined || text === '') return otherwise
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1 || value > most)
    throw new SettingFault(`${name} must be a whole number from 1 to ${most}, not "${text}".`)
  return value
}

const webAddress = (text: string): string => {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new SettingFault(`PUBLIC_URL must be an http or https address, not "${text}".`)
  return new URL(text).origin
}

const photoBucket = (env: Environment): Bucket | null => {
  const name = env['PHOTO_BUCKET']
  if (!name) return null
  const endpoint = env['PHOTO_ENDPOINT'] || null
  if (endpoint !== null && !/^https?:\/\//.test(endpoint))
    throw new SettingFault(`PHOTO_ENDPOINT must be an http or https address, not "${endpoint}".`)
  return { name, endpoint, region: env['AWS_REGION'] || 'us-east-1' }
}

const robot = (env: Environment): Robot | null => {
  const address = env['WECOM_ROBOT_URL']
  if (!address) return null
  // The address is the robot's key: it stands in no message.
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw new SettingFault('WECOM_ROBOT_URL must be an http or https address.')
  return { address, company: env['WECOM_ROBOT_COMPANY'] || null }
}

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

const logLevel = (env: Environment): string => {
  const level = env['LOG_LEVEL'] ?? 'info'
  if (!LEVELS.includes(level))
    throw new SettingFault(`LOG_LEVEL must be one of ${LEVELS.join(', ')}, not "${level}".`)
  return level
}

const databaseUrl = (env: Environment): string | null => {
  const text = env['DATABASE_URL']
  if (!text) return null
  if (!/^postgres(ql)?:\/\//.test(text))
    throw new SettingFault('DATABASE_URL must begin with postgres:// or postgresql://.')
  return text
}

export const readSettings = (env: Environment): Settings => {
  const host = env['HOST'] ?? '127.0.0.1'
  const port = wholeNumber(env, 'PORT', 8730, 65_535)
  const dataDir = resolve(env['DATA_DIR'] ?? 'data')
  return {
    host,
    port,
    publicUrl: webAddress(env['PUBLIC_URL'] ?? `http://localhost:${port}`),
    dataDir,
    databaseUrl: databaseUrl(env),
    databasePool: wholeNumber(env, 'DATABASE_POOL', 10, 200),
    photoBucket: photoBucket(env),
    photoDir: resolve(env['PHOTO_DIR'] ?? `${dataDir}/photos`),
    erasureLedger: resolve(env['ERASURE_LEDGER'] ?? `${dataDir}/erasures.jsonl`),
    rowsKeptDays: wholeNumber(env, 'ROWS_KEPT_DAYS', 90, 3_650),
    logLevel: logLevel(env),
    metricsToken: env['METRICS_TOKEN'] ?? null,
    trustProxy: env['TRUST_PROXY'] === '1',
    robot: robot(env),
    drainSeconds: wholeNumber(env, 'DRAIN_SECONDS', 0, 300),
  }
}

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host)

/** Passwords everybody can read in the README must never face a network. */
export const refuseOpenDemonstration = (
  settings: Settings,
  hasDemonstrationPasswords: boolean,
): void => {
  if (hasDemonstrationPasswords && !isLoopback(settings.host))
    throw new SettingFault(
      `HOST is ${settings.host}, but this database holds demonstration passwords: use 127.0.0.1, or another DATA_DIR with "npm start -- --empty".`,
    )
}
