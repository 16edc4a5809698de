import { cpSync } from 'node:fs'
import { run } from './run'

/** The app as it ships with the bench's own pages, and the server that gives them; its entry. */
export const buildBench = (): string => {
  run('npx', 'vite', 'build', '--config', 'vite.bench.config.ts', '--logLevel', 'error')
  run('npx', 'vite', 'build', '--config', 'vite.server.config.ts', '--logLevel', 'error')
  cpSync('dist/server', 'dist/bench/server', { recursive: true })
  return 'dist/bench/server/main.js'
}
