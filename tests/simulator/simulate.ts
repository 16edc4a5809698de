import { createHash } from 'node:crypto'
import type { CompanyId } from '../../src/domain/id'
import { Chance } from './chance'
import { storeFor, type Control } from './control'
import { memoryGround, type Ground } from './ground'
import { sorted } from './oracle'
import { Simulation } from './simulation'
import { scheduleOf, type Step } from './step'
import type { Tally } from './tally'

export interface Simulated {
  readonly seed: number
  readonly digest: string
  /** Empty when every oracle holds. */
  readonly faults: readonly string[]
  readonly tally: Tally
  /** What happened, a line each. */
  readonly story: readonly string[]
}

export interface Told {
  readonly control?: Control | null
  /** Of shrunk stories: these steps and no others. */
  readonly steps?: readonly Step[]
  /** The database under the server; memory where none is named. */
  readonly groundFor?: GroundFor
}

export type GroundFor = (
  company: CompanyId,
  control: Control | null,
  chance: () => Chance,
) => Promise<Ground>

const inMemory: GroundFor = (company, control, chance) =>
  Promise.resolve(memoryGround(storeFor(control, chance), company))

const STEPS = 34

/** Divides by as many phones as there may come to be. */
const EVENLY = 12

export const stepsOf = (seed: number): readonly Step[] => scheduleOf(seed, EVENLY, STEPS)

const digestOf = async ({ ground, story }: Simulation): Promise<string> => {
  const rows = (await ground.look()).records.map(({ id, body }) => [id, sorted(body)])
  const text = JSON.stringify([story, rows.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))])
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

/** One story from one seed, ended in calm and looked over. */
export const simulate = async (seed: number, told: Told = {}): Promise<Simulated> => {
  const { control = null, steps = stepsOf(seed), groundFor = inMemory } = told
  const company = new Chance(seed, 'fffd').id() as CompanyId
  const chance: { of: Simulation | null } = { of: null }
  const ground = await groundFor(company, control, () => chance.of?.chance ?? new Chance(seed))
  const simulation = new Simulation({ seed, control, company, ground })
  chance.of = simulation
  await simulation.begin()
  for (const step of steps) await simulation.step(step)
  const faults = [...new Set(await simulation.calm())]
  const digest = await digestOf(simulation)
  simulation.close()
  return { seed, digest, faults, tally: simulation.tally, story: simulation.story }
}
