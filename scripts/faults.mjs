/**
 * `npm run test:faults`: the server, its database's processes and the whole database killed with -9 in
 * FAULT_ROUNDS rounds each under load, the database away for FAULT_AWAY_SECONDS, servers restarted one
 * after the other. `npm test` does the same in few rounds.
 */
import { ensureBuilt } from './ensure-built.mjs'
import { ensureInstalled, run } from './ensure-installed.mjs'

ensureInstalled()
ensureBuilt()
const env = {
  ...process.env,
  FAULT_ROUNDS: process.env.FAULT_ROUNDS ?? '20',
  FAULT_AWAY_SECONDS: process.env.FAULT_AWAY_SECONDS ?? '60',
}
const files = ['tests/start/fault.test.ts', 'tests/start/two-processes.test.ts']
process.exit(run('npx', ['vitest', 'run', '--testTimeout', '1800000', ...files], env))
