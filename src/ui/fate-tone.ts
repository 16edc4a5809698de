import type { Fate } from '../domain/promise/fate'
import type { Tone } from './tone'

const TONES: Readonly<Record<Fate, Tone>> = {
  ...{ open: 'blue', overdue: 'red', kept: 'green', late: 'amber' },
  ...{ broken: 'red', released: 'plain' },
}

export const toneOfFate = (fate: Fate): Tone => TONES[fate]
