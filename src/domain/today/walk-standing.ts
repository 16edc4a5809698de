import type { StaffId } from '../id'
import type { Instant } from '../instant'
import type { Round } from '../round'
import { mayBegin, type RoundJudgement } from '../round-judgement'
import { handOverOf, type HandOver } from '../round-progress'
import { isAhead, standingOfClock, type Onlooker, type Stands } from './standing'

/** A round as Today needs to know it. */
export interface Walk {
  readonly id: string
  readonly due: { readonly opensAt: Instant; readonly closesAt: Instant }
  readonly judgement: RoundJudgement
  readonly endedAt: Instant | null
  readonly round: Pick<Round, 'thread' | 'walkers'> | null
}

/** [TD4] How a round of theirs stands; null where the day has nothing to do with it. */
export const walkStanding = (walk: Walk, { now, dayBegan }: Onlooker): Stands | null => {
  const { due, judgement } = walk
  switch (judgement) {
    case 'not-open':
      return { standing: mayBegin(due, now) ? 'now' : 'later', at: due.opensAt }
    case 'due':
    case 'underway': {
      const standing = standingOfClock(due.closesAt, now)
      return { standing: isAhead('now', standing) ? 'now' : standing, at: due.closesAt }
    }
    case 'overdue':
      return { standing: 'late', at: due.closesAt }
    case 'missed':
      return due.closesAt >= dayBegan ? { standing: 'missed', at: due.closesAt } : null
    case 'done':
    case 'late':
    case 'madeUp':
    case 'endedEarly':
    case 'unclear': {
      const endedAt = walk.endedAt ?? 0
      return endedAt >= dayBegan ? { standing: 'done', at: endedAt } : null
    }
  }
}

/** [TD15] The handing over by which a round became this person's, until they walk it. */
export const handedTo = ({ round }: Walk, staff: StaffId): HandOver | null => {
  const last = handOverOf(round)
  return last?.to === staff && last.by !== staff && !round?.walkers.includes(staff) ? last : null
}
