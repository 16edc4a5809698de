import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './run'

const PORT = 18_731
const FOLDER = 'scripts/bench/peers'

/** The peers' servers with these records, in a process of their own; their packages are put there first. */
export const startPeers = async (records: readonly object[]) => {
  run('npm', 'ci', '--prefix', FOLDER, '--ignore-scripts', '--no-audit', '--no-fund')
  run('npx', 'vite', 'build', '--config', `${FOLDER}/vite.config.mjs`)
  const folder = mkdtempSync(join(tmpdir(), 'mengya-peers-'))
  const file = join(folder, 'records.json')
  writeFileSync(file, JSON.stringify(records))
  const env = { PEERS_PORT: String(PORT), PEERS_RECORDS: file, PEERS_PAGES: 'dist/bench/peers' }
  const child = spawn(process.execPath, [`${FOLDER}/serve.mjs`], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return {
    address: `http://localhost:${PORT}`,
    stop: () => {
      child.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
