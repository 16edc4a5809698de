import type { CalendarDay } from '../calendar-day'
import type { OwnerVisit } from './owner-visit'
import type { VisitHeed } from './visit-fields'

export interface HeedSaid {
  readonly reason: string
  readonly until: CalendarDay
  readonly visit: OwnerVisit
}

const isLater = (one: OwnerVisit, other: OwnerVisit): boolean =>
  one.made.at > other.made.at ||
  (one.made.at === other.made.at && one.made.change > other.made.change)

/** [VI8] What was said last of how one goes there, where it still holds on that day. */
export const heedOf = (
  visits: readonly OwnerVisit[],
  what: VisitHeed,
  today: CalendarDay,
): HeedSaid | null => {
  let last: OwnerVisit | null = null
  for (const visit of visits)
    if (!visit.voided && visit.heeds.some((each) => each.what === what))
      if (!last || isLater(visit, last)) last = visit
  const said = last?.heeds.find((each) => each.what === what)
  return last && said?.until && said.until >= today
    ? { reason: said.reason, until: said.until, visit: last }
    : null
}
