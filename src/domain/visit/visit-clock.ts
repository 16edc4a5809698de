import type { CalendarDay } from '../calendar-day'
import { addMonths } from '../month'
import type { Unit } from '../home/matrix'
import type { Instant } from '../instant'
import { localDay, type TimeZone } from '../time-zone'
import { goneOnce } from './going'
import { heedOf } from './heed'
import type { OwnerVisit } from './owner-visit'
import { visitedAt } from './visited-at'
import type { VisitRule } from './visit-rule'

/** By any channel, or at the door; of a vacant home a call, and a look through it. */
type ClockName = 'contact' | 'visit' | 'call' | 'inspection'

/** [VI5] One of a home's two clocks, worked out from what was done there and kept nowhere. */
export interface VisitClock {
  readonly name: ClockName
  readonly months: number
  /** When it was last done; null where nobody knows of a time. */
  readonly lastAt: Instant | null
  readonly dueOn: CalendarDay | null
  /** How often it was tried in vain since (第 n 次). */
  readonly attempts: number
}

export interface HomeClocks {
  /** Contact, or of a vacant home the call. */
  readonly contact: VisitClock
  /** Visit, or of a vacant home the inspection. */
  readonly door: VisitClock
}

const isAtDoor = ({ channel }: OwnerVisit) => channel === 'door'
/** [VI6] An attempt, a refusal and an empty flat are no meeting. */
const isMet = ({ result }: OwnerVisit) => result === 'met'
const isLookedThrough = (visit: OwnerVisit) => isAtDoor(visit) && visit.result === 'inspected'

const DOES: Readonly<Record<ClockName, (visit: OwnerVisit) => boolean>> = {
  contact: isMet,
  call: isMet,
  visit: (visit) => isMet(visit) && isAtDoor(visit),
  inspection: isLookedThrough,
}
const TRIES: Readonly<Record<ClockName, (visit: OwnerVisit) => boolean>> = {
  contact: ({ result }) => result === 'notHome' || result === 'refused',
  call: ({ result }) => result === 'notHome' || result === 'refused',
  visit: (visit) => isAtDoor(visit) && ['notHome', 'refused'].includes(visit.result),
  inspection: () => false,
}

const clockOf = (
  name: ClockName,
  months: number,
  visits: readonly OwnerVisit[],
  zone: TimeZone,
): VisitClock => {
  const lastAt = visits.reduce<Instant | null>(
    (last, visit) => (DOES[name](visit) ? Math.max(last ?? 0, visitedAt(visit)) : last),
    null,
  )
  const attempts = goneOnce(visits).filter(
    (visit) => TRIES[name](visit) && visitedAt(visit) > (lastAt ?? -1),
  )
  return {
    ...{ name, months, lastAt, attempts: attempts.length },
    dueOn: lastAt === null ? null : addMonths(localDay(lastAt, zone), months),
  }
}

/** [VI5] The two clocks of a home; in whatever order its visits are told, they are the same. */
export const homeClocks = (
  { occupancy }: Pick<Unit, 'occupancy'>,
  all: readonly OwnerVisit[],
  rule: VisitRule,
  zone: TimeZone,
  today: CalendarDay,
): HomeClocks => {
  const visits = all.filter(({ voided }) => voided === null)
  if (occupancy === 'vacant')
    return {
      contact: clockOf('call', rule.callMonths, visits, zone),
      door: clockOf('inspection', rule.inspectMonths, visits, zone),
    }
  const isKey = heedOf(visits, 'key', today) !== null
  return {
    contact: clockOf('contact', rule.contactMonths, visits, zone),
    door: clockOf('visit', isKey ? rule.keyMonths : rule.visitMonths, visits, zone),
  }
}
