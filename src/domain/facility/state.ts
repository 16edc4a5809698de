import type { Facility, StateEntry } from '../facility'

/** One that took effect and was not taken back. */
export const isStanding = ({ isLate, undone }: StateEntry): boolean => !isLate && !undone

/** What made it what it is; null where nobody has touched its state. */
export const lastTurn = ({ states }: Facility): StateEntry | null =>
  states.filter(isStanding).at(-1) ?? null
