import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './ensure-installed.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const FIXED = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

const isExecutable = (path) => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const onPath = () =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))

/** Where an installed Chromium is, or null. */
export const findChromium = () =>
  [process.env.CHROMIUM_PATH ?? '', ...onPath(), ...FIXED].find(
    (path) => path !== '' && existsSync(path) && isExecutable(path),
  ) ?? null

const mayInstall = () =>
  process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0

const installChromium = () => {
  process.stdout.write('No Chromium found; installing the chromium package …\n')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  run('apt-get', ['update', '-qq'], env)
  run('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk'], env)
}

/** An installed Chromium, installed now if it may be; ends the process with one sentence otherwise. */
export const ensureChromium = () => {
  if (!findChromium() && mayInstall()) installChromium()
  const found = findChromium()
  if (found) return found
  process.stderr.write(
    'The tests need a Chromium: install the "chromium" package or set CHROMIUM_PATH to one.\n',
  )
  return process.exit(1)
}
