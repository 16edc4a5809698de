/** `npm run test:kill`: a real browser killed 200 times over, or KILL_ROUNDS; KILL_SEED says when. */
import { ensureBuilt } from './ensure-built.mjs'
import { ensureInstalled, run } from './ensure-installed.mjs'
import { ensureChromium } from './find-chromium.mjs'

ensureInstalled()
const chromium = ensureChromium()
ensureBuilt()
const env = {
  ...process.env,
  CHROMIUM_PATH: chromium,
  KILL_ROUNDS: process.env.KILL_ROUNDS ?? '200',
}
process.exit(run('npx', ['vitest', 'run', 'tests/e2e/kill.test.ts'], env))
