import { spawnSync } from 'node:child_process'
import { cpSync } from 'node:fs'

const run = (...args: string[]) => {
  if (spawnSync('npx', args, { stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0)
    throw new Error(`${args.join(' ')} failed`)
}

/** The app as it ships with the bench's own pages, and the server that gives them; its entry. */
export const buildBench = (): string => {
  run('vite', 'build', '--config', 'vite.bench.config.ts', '--logLevel', 'error')
  run('vite', 'build', '--config', 'vite.server.config.ts', '--logLevel', 'error')
  cpSync('dist/server', 'dist/bench/server', { recursive: true })
  return 'dist/bench/server/main.js'
}
