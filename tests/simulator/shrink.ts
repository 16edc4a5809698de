import { simulate, stepsOf, type Simulated, type Told } from './simulate'
import type { Step } from './step'

export interface Shrunk {
  readonly steps: readonly Step[]
  readonly told: Simulated
  readonly runs: number
}

/**
 * The shortest story it can find that still goes wrong: leaves out steps, first many at once, then
 * each, then lets each be calm. `mayGoOn` bounds it.
 */
export const shrink = async (
  seed: number,
  told: Told,
  mayGoOn: (runs: number) => boolean,
): Promise<Shrunk> => {
  let steps = stepsOf(seed)
  let best = await simulate(seed, { ...told, steps })
  let runs = 0
  const isStillRed = async (fewer: readonly Step[]): Promise<boolean> => {
    runs += 1
    const tried = await simulate(seed, { ...told, steps: fewer })
    if (tried.faults.length === 0) return false
    steps = fewer
    best = tried
    return true
  }
  for (let size = Math.ceil(steps.length / 2); size >= 1 && mayGoOn(runs);) {
    let hasShrunk = false
    for (let at = 0; at < steps.length && mayGoOn(runs);)
      if (await isStillRed([...steps.slice(0, at), ...steps.slice(at + size)])) hasShrunk = true
      else at += size
    if (!hasShrunk || size > 1) size = size === 1 ? 0 : Math.floor(size / 2)
  }
  for (let at = 0; at < steps.length && mayGoOn(runs); at += 1)
    await isStillRed(steps.map((step, index) => (index === at ? { ...step, isCalm: true } : step)))
  return { steps, told: best, runs }
}
