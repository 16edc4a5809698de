import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './ensure-installed.mjs'

const SOURCES = ['src', 'server', 'public', 'index.html', 'vite.config.ts', 'vite.server.config.ts']
const STAMP = 'dist/.sources'

const filesUnder = (path) =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => filesUnder(join(path, name)))
    : [path]

const sourcesHash = () => {
  const hash = createHash('sha256')
  for (const path of [...SOURCES, 'package.json', 'package-lock.json']
    .filter(existsSync)
    .flatMap(filesUnder))
    hash.update(path).update('\0').update(readFileSync(path)).update('\0')
  return hash.digest('hex')
}

/** Builds app and server unless dist was made from exactly these sources. */
export const ensureBuilt = () => {
  const hash = sourcesHash()
  const isBuilt = existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash
  if (isBuilt && existsSync('dist/app/index.html') && existsSync('dist/server/main.js')) return
  process.stdout.write('Building …\n')
  // A test runner's NODE_ENV would make it a development build.
  const env = { ...process.env, NODE_ENV: 'production' }
  const build = (...args) => run('npx', ['vite', 'build', '--logLevel', 'warn', ...args], env)
  const status = build() || build('--config', 'vite.server.config.ts')
  if (status !== 0) {
    process.stderr.write('The build failed; nothing was started.\n')
    process.exit(status)
  }
  writeFileSync(STAMP, hash)
}
