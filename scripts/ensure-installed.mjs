import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const STAMP = 'node_modules/.mengya-lock'

const lockHash = () => createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')

const isInstalled = () =>
  existsSync('node_modules/.package-lock.json') &&
  existsSync(STAMP) &&
  readFileSync(STAMP, 'utf8') === lockHash()

/** Runs a command to its end in this terminal; its exit status. */
export const run = (command, args, env = process.env) =>
  spawnSync(command, args, { stdio: 'inherit', env }).status ?? 1

/** Installs from the lockfile when node_modules is missing or belongs to another lockfile. */
export const ensureInstalled = () => {
  if (isInstalled()) return
  process.stdout.write('Installing the parts named in package-lock.json …\n')
  const status = run('npm', ['ci', '--no-audit', '--no-fund'])
  if (status !== 0) {
    process.stderr.write('npm ci failed; nothing was started.\n')
    process.exit(status)
  }
  writeFileSync(STAMP, lockHash())
}
