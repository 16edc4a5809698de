/**
 * What does not fit into `npm test`: every rule said with chance, held against much more of it than
 * there, and 10,000 stories of the simulator. `CHANCE=7 npm run test:long` looks at the same again.
 */
import { run } from './ensure-installed.mjs'

const CHANCE = process.env.CHANCE ?? String(Date.now() % 1_000_000_000)
const RUNS = '4000'
const ROOMS = ['--project', 'rules', '--project', 'unit', '--project', 'component']

process.stdout.write(`chance ${CHANCE}\n`)
const much = { ...process.env, CHANCE, CHANCE_RUNS: RUNS }
const rules = run('npx', ['vitest', 'run', ...ROOMS], much)
const stories = run('npx', ['tsx', 'scripts/simulate.ts', '--seeds', '10000'])
process.exit(rules === 0 && stories === 0 ? 0 : 1)
