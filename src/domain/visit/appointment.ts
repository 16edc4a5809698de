import { HOUR } from '../instant'
import type { OwnerVisit } from './owner-visit'
import { visitedAt } from './visited-at'

/** An appointment that stands, and the talk it was agreed in. */
export interface Appointment {
  readonly visit: OwnerVisit
  readonly from: number
  readonly until: number
}

/** Somebody went (an hour early is there too), another time was agreed, or nobody lives there any more. */
const isOvertaken = ({ made, next }: OwnerVisit, later: OwnerVisit): boolean => {
  const wasAt = visitedAt(later)
  if (wasAt <= made.at) return false
  const isThere = later.channel === 'door' && wasAt >= (next?.from ?? 0) - HOUR
  return later.next !== null || isThere || later.result === 'moved'
}

/** [VI10] The appointment of a home that stands: neither called off, nor kept, nor moved. */
export const appointmentOf = (all: readonly OwnerVisit[]): Appointment | null => {
  const visits = all.filter(({ voided }) => voided === null)
  const standing = visits.filter(
    (visit) =>
      visit.next !== null &&
      visit.cancelled === null &&
      !visits.some((later) => isOvertaken(visit, later)),
  )
  const last = standing.reduce<OwnerVisit | null>(
    (one, other) => (!one || other.made.at > one.made.at ? other : one),
    null,
  )
  return last?.next ? { visit: last, ...last.next } : null
}
