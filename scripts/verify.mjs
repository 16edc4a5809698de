/** format → types → walls → lint → test → build → size → unused; stops at the first that fails. */
import { ensureInstalled, run } from './ensure-installed.mjs'

// `npm test` begins with format, types, walls and lint itself.
const STEPS = ['test', 'build', 'size', 'unused']

ensureInstalled()
for (const step of STEPS) {
  process.stdout.write(`\n— ${step}\n`)
  const status = run('npm', ['run', '--silent', step])
  if (status !== 0) {
    process.stderr.write(`verify stopped at: ${step}\n`)
    process.exit(status)
  }
}
process.stdout.write('\nverified\n')
