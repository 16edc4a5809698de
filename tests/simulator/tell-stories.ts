import { expect } from 'vitest'
import { simulate } from './simulate'

const SEEDS = Number(process.env['SIMULATOR_SEEDS'] ?? 1_000)
/** Told side by side, a file each. */
const PARTS = 4

/** Every seed of one part, from 1 to `PARTS`, ends without a fault. */
export const tellStories = async (part: number): Promise<void> => {
  const first = Math.floor(((part - 1) * SEEDS) / PARTS) + 1
  const last = Math.floor((part * SEEDS) / PARTS)
  for (let seed = first; seed <= last; seed += 1) {
    const { faults } = await simulate(seed)
    expect(faults, `seed ${seed}`).toEqual([])
  }
}
