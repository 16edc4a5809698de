/**
 * `npm run simulate -- --seeds 1000`, `--seed 7`, `--from 500`, `--control plain-sequence`, and
 * `--store postgres`: the same stories over a real database, that of `DATABASE_URL` or one of its own.
 */
import { parseArgs } from 'node:util'
import { CONTROLS, isControl } from '../tests/simulator/control'
import { openSimulated } from './simulate-postgres'
import { POSTGRES_CONTROLS } from '../tests/simulator/postgres-ground'
import { shrink } from '../tests/simulator/shrink'
import { simulate } from '../tests/simulator/simulate'
import { Tally } from '../tests/simulator/tally'

const text = { type: 'string' } as const
const { values } = parseArgs({
  options: { seed: text, seeds: text, from: text, control: text, store: text },
})
const first = Number(values.seed ?? values.from ?? 1)
const last = values.seed === undefined ? first + Number(values.seeds ?? 1_000) - 1 : first
const named = values.control ?? null
if (named !== null && !isControl(named)) throw new Error(`Controls: ${CONTROLS.join(', ')}`)
const { store = 'memory' } = values
if (store !== 'memory' && store !== 'postgres') throw new Error('Stores: memory, postgres')
if (store === 'postgres' && named !== null && !POSTGRES_CONTROLS.some((each) => each === named))
  throw new Error(`Controls over PostgreSQL: ${POSTGRES_CONTROLS.join(', ')}`)
const database = store === 'postgres' ? await openSimulated() : null
const told = { control: named, ...(database ? { groundFor: database.groundFor } : {}) }

/** So long a shorter story is looked for; only the first that went wrong is told. */
const PATIENCE = 60_000
const say = (line: string) => process.stdout.write(`${line}\n`)

const tellShortest = async (seed: number) => {
  const until = Date.now() + PATIENCE
  const { steps, told: best, runs } = await shrink(seed, told, () => Date.now() < until)
  say(`The shortest story found in ${runs} runs, of ${steps.length} steps:`)
  say(best.story.join('\n'))
  say(best.faults.join('\n'))
}

const tally = new Tally()
let red = 0
for (let seed = first; seed <= last; seed += 1) {
  const { digest, faults, tally: own } = await simulate(seed, told)
  tally.addAll(own)
  if (faults.length > 0 || first === last)
    say(`seed ${seed} ${digest} ${faults.join('; ') || 'green'}`)
  if (faults.length > 0 && red === 0) await tellShortest(seed)
  red += faults.length > 0 ? 1 : 0
}
say(tally.toString())
say(`${last - first + 1 - red} green, ${red} red`)
await database?.close()
process.exit(red === 0 ? 0 : 1)
