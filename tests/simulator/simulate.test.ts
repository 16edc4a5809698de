import { describe, expect, it } from 'vitest'
import { CONTROLS } from './control'
import { shrink } from './shrink'
import { simulate, stepsOf } from './simulate'
import { CAUSES, Tally } from './tally'

/** In these nearly everything happens; where it does no more, others are looked through. */
const MANIFOLD = [9, 17, 20, 100, 232]

describe('the simulator', () => {
  it('tells the same story twice', async () => {
    for (const seed of [3, 77])
      expect((await simulate(seed)).digest).toBe((await simulate(seed)).digest)
    expect((await simulate(3)).digest).not.toBe((await simulate(4)).digest)
  })

  it('lets everything happen that it may let happen', async () => {
    const tally = new Tally()
    const untold = () => CAUSES.filter((cause) => tally.of(cause) === 0)
    const seeds = [...MANIFOLD, ...Array.from({ length: 400 }, (_, index) => index + 1)]
    for (const seed of seeds) if (untold().length > 0) tally.addAll((await simulate(seed)).tally)
    expect(untold()).toEqual([])
  })

  /** 1235: an app too old for rows, after a restore, took its act for being in a row of the history gone. */
  it.each([1235])('told once of a fault: seed %i', async (seed) => {
    expect((await simulate(seed)).faults).toEqual([])
  })

  it.each(CONTROLS)('goes red with %s', async (control) => {
    let red = 0
    for (let seed = 1; seed <= 40 && red === 0; seed += 1)
      red = (await simulate(seed, { control })).faults.length
    expect(red).toBeGreaterThan(0)
  })

  it('finds a shorter story that goes wrong alike', async () => {
    const told = { control: 'no-apply-check' as const }
    let seed = 1
    while ((await simulate(seed, told)).faults.length === 0) seed += 1
    const { steps, told: best } = await shrink(seed, told, (runs) => runs < 120)
    expect(best.faults.length).toBeGreaterThan(0)
    expect(steps.length).toBeLessThan(stepsOf(seed).length / 2)
    expect((await simulate(seed, { ...told, steps })).faults).toEqual(best.faults)
  })
})
