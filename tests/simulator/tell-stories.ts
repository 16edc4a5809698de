import { expect } from 'vitest'
import { shrink } from './shrink'
import { simulate } from './simulate'

const SEEDS = Number(process.env['SIMULATOR_SEEDS'] ?? 1_000)
/** Told side by side, a file each. */
const PARTS = 4
/** So many stories are tried for a shorter one. */
const TRIES = 150

const shortestOf = async (seed: number): Promise<string> => {
  const { told } = await shrink(seed, {}, (runs) => runs < TRIES)
  return [`seed ${seed}`, ...told.story, ...told.faults].join('\n')
}

/** Every seed of one part, from 1 to `PARTS`, ends without a fault. */
export const tellStories = async (part: number): Promise<void> => {
  const first = Math.floor(((part - 1) * SEEDS) / PARTS) + 1
  const last = Math.floor((part * SEEDS) / PARTS)
  for (let seed = first; seed <= last; seed += 1) {
    const { faults } = await simulate(seed)
    if (faults.length > 0) expect(faults, await shortestOf(seed)).toEqual([])
  }
}
