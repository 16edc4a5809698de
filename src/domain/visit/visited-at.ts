import type { Instant } from '../instant'
import type { OwnerVisit } from './owner-visit'

/** [VI16] When it was: as noted later, never after it was noted. */
export const visitedAt = ({
  made,
  happenedAt,
}: Pick<OwnerVisit, 'made' | 'happenedAt'>): Instant =>
  happenedAt === null ? made.at : Math.min(happenedAt, made.at)
