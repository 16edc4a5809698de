import { Chance } from './chance'

/** What a step of a story may be, and how often it is, in a thousand. */
const SHARES = {
  act: 420,
  sync: 290,
  close: 40,
  prune: 20,
  clock: 30,
  duties: 45,
  backUp: 25,
  restore: 40,
  borrow: 20,
  copy: 15,
  erase: 20,
  update: 35,
} as const

export type Deed = keyof typeof SHARES

/** One step, with chance of its own: leaving out another changes nothing of what it draws. */
export interface Step {
  readonly number: number
  readonly phone: number
  readonly deed: Deed
  readonly seed: number
  /** Of shrunk stories: the network is kind and nothing dies. */
  readonly isCalm?: boolean
}

const deedAt = (place: number): Deed => {
  let end = 0
  for (const [deed, share] of Object.entries(SHARES) as [Deed, number][]) {
    end += share
    if (place < end) return deed
  }
  return 'act'
}

/** In stories without old apps people act instead. */
const deedOf = (deed: Deed, hasOldApps: boolean): Deed =>
  deed === 'update' && !hasOldApps ? 'act' : deed

/** The steps of a seed's story, drawn before the first is taken; every fifth is one of old apps. */
export const scheduleOf = (seed: number, phones: number, length: number): readonly Step[] => {
  const chance = new Chance(seed)
  return Array.from({ length }, (_, number) => ({
    ...{ number, phone: chance.whole(phones) },
    deed: deedOf(deedAt(chance.whole(1_000)), seed % 5 === 0),
    seed: chance.whole(2 ** 32),
  }))
}
