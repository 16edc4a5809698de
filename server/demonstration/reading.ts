import type { ItemOf } from '../../src/domain/form/item'
import { DAY, type Instant } from '../../src/domain/instant'
import type { Chance } from './chance'

/** How a reading goes: where it began, how far it drifts in sixty days, how much it wavers. */
interface Course {
  readonly base: number
  readonly drift: number
  readonly waver: number
  /** Higher in the afternoon by so much. */
  readonly day?: number
  /** Of places unlike one another: how far they lie apart. */
  readonly apart?: number
}

/** Autumn cools what stands in the air; a worn valve lets one pressure sink toward its limit. */
const COURSES: Readonly<Record<string, Course>> = {
  'hydrant-pressure': { base: 0.54, drift: -0.01, waver: 0.015 },
  'jockey-pressure': { base: 0.47, drift: -0.13, waver: 0.012 },
  'machine-room': { base: 31, drift: -11, waver: 1.5, apart: 3 },
  'low-pressure': { base: 0.45, drift: 0, waver: 0.012, day: -0.02 },
  'high-pressure': { base: 0.88, drift: -0.02, waver: 0.014, day: -0.02 },
  level: { base: 1.9, drift: 0, waver: 0.15, day: -0.3 },
  chlorine: { base: 0.14, drift: 0.02, waver: 0.03 },
  turbidity: { base: 0.24, drift: -0.03, waver: 0.05 },
  room: { base: 30, drift: -9, waver: 1.2, day: 2 },
  'transformer-1': { base: 64, drift: -10, waver: 2, day: 6 },
  'transformer-2': { base: 58, drift: 14, waver: 2, day: 6 },
  voltage: { base: 393, drift: 1, waver: 3, day: -4 },
  current: { base: 430, drift: -90, waver: 25, day: 90 },
  factor: { base: 0.95, drift: 0, waver: 0.012 },
  free: { base: 24, drift: 0, waver: 7, day: 22, apart: 8 },
  soil: { base: 36, drift: -6, waver: 4, apart: 4 },
  workers: { base: 3.6, drift: 0, waver: 1.6 },
  /** Nobody lives there: it stands still, but for the one that lets a little through. */
  meter: { base: 180, drift: 0, waver: 0, apart: 120 },
}

const SEEPING = '空置房'

/** A number between −1 and 1 that follows from a name. */
const placeOf = (name: string): number => {
  let mixed = 7
  for (const character of name) mixed = (mixed * 31 + (character.codePointAt(0) ?? 0)) % 9_973
  return (mixed / 9_973) * 2 - 1
}

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals))

export interface Look {
  /** The stop's name. */
  readonly stop: string
  readonly at: Instant
  readonly began: Instant
  readonly minutes: number
  /** Whether this is the home whose meter moves. */
  readonly isFirst: boolean
}

/** What the instrument shows, inside its limits unless something is wrong with it. */
export const readingOf = (item: ItemOf<'number'>, look: Look, chance: Chance): number => {
  const course = COURSES[item.id] ?? { base: item.least ?? 0, drift: 0, waver: 0 }
  const since = (look.at - look.began) / (60 * DAY)
  const warmth = Math.sin((Math.PI * (look.minutes - 360)) / 1_080)
  const seep = item.id === 'meter' && look.isFirst && look.stop.includes(SEEPING) ? 2.6 * since : 0
  const value =
    course.base +
    course.drift * since +
    (course.day ?? 0) * Math.max(0, warmth) +
    (course.apart ?? 0) * placeOf(look.stop) +
    course.waver * (chance.next() + chance.next() - 1) +
    seep
  const least = item.least ?? -Infinity
  const most = item.most ?? Infinity
  return rounded(Math.min(most, Math.max(least, value)), item.decimals)
}
