/** `npm run simulate -- --seeds 1000`, `--seed 7`, `--control plain-sequence`. */
import { parseArgs } from 'node:util'
import { simulate, type Control } from '../tests/simulator/simulate'

const { values } = parseArgs({
  options: { seed: { type: 'string' }, seeds: { type: 'string' }, control: { type: 'string' } },
})
const first = Number(values.seed ?? 1)
const last = values.seed === undefined ? Number(values.seeds ?? 1_000) : first

let red = 0
for (let seed = first; seed <= last; seed += 1) {
  const { digest, faults } = await simulate(seed, (values.control ?? null) as Control | null)
  if (faults.length > 0 || first === last)
    process.stdout.write(`seed ${seed} ${digest} ${faults.join('; ') || 'green'}\n`)
  red += faults.length > 0 ? 1 : 0
}
process.stdout.write(`${last - first + 1 - red} green, ${red} red\n`)
process.exit(red === 0 ? 0 : 1)
