import { readLasting, writeLasting } from '../device/lasting'
import type { Instant } from '../domain/instant'
import type { Person } from './phone'

const nameOf = ({ staff }: Pick<Person, 'staff'>) => `mengya-kept-${staff}`

export interface Kept {
  /** Tells one database from the next: when everything was in it for the first time. */
  readonly wholeSince: Instant
  /** What was on this phone only when it was looked at last. */
  readonly unsent: number
  readonly at: Instant
}

export const readKept = (person: Person): Kept | null => {
  const figures = readLasting(nameOf(person))?.split('.').map(Number) ?? []
  const [wholeSince, unsent, at] = figures
  if (wholeSince === undefined || unsent === undefined || at === undefined) return null
  return figures.every(Number.isSafeInteger) ? { wholeSince, unsent, at } : null
}

/** Whoever leaves this phone for good took nothing by surprise. */
export const forgetKept = (person: Pick<Person, 'staff'>): void =>
  writeLasting(nameOf(person), null)

export const writeKept = (person: Person, { wholeSince, unsent, at }: Kept): void =>
  writeLasting(nameOf(person), [wholeSince, unsent, at].join('.'))
