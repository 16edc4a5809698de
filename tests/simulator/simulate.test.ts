import { describe, expect, it } from 'vitest'
import { simulate, type Control } from './simulate'

describe('the simulator', () => {
  it('tells the same story twice', async () => {
    for (const seed of [3, 77])
      expect((await simulate(seed)).digest).toBe((await simulate(seed)).digest)
    expect((await simulate(3)).digest).not.toBe((await simulate(4)).digest)
  })

  const CONTROLS: readonly Control[] = [
    'no-apply-check',
    'ack-before-commit',
    'plain-sequence',
    'removed-at-outcome',
  ]
  it.each(CONTROLS)('goes red with %s', async (control) => {
    let red = 0
    for (let seed = 1; seed <= 40 && red === 0; seed += 1)
      red = (await simulate(seed, control)).faults.length
    expect(red).toBeGreaterThan(0)
  })
})
