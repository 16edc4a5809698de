import { addDays, type CalendarDay } from '../calendar-day'
import type { Instant } from '../instant'
import type { OwnerFile } from '../owner/owner-file'
import type { PlaceId } from '../place'
import { needsAttendance } from '../repair/attendance'
import type { RepairNote } from '../repair/repair-note'
import { hasAnsweredFollowUp } from '../ticket/follow-up'
import type { Ticket, TicketId } from '../ticket/ticket'
import { instantOf, localDay, type TimeZone } from '../time-zone'
import type { OwnerVisit } from './owner-visit'
import { EXTRA_DAYS } from './usual-rule'
import { visitedAt } from './visited-at'
import type { VisitRule } from './visit-rule'

/** A complaint closed, an important repair in the home done, somebody moved in (投诉办结 · 重要维修 · 新入住). */
type OccasionName = 'complaint' | 'repair' | 'moveIn'

/** [VI14] Something after which one goes to a home beside the rule. */
export interface Happening {
  readonly what: OccasionName
  readonly home: PlaceId
  readonly at: Instant
  readonly ticket: TicketId | null
}

/** One that still waits for somebody to go there. */
export interface Occasion extends Happening {
  readonly on: CalendarDay
  readonly dueOn: CalendarDay
}

/** So many days later the two clocks have asked for the home anyway. */
export const OCCASION_STANDS = 60

/** A complaint whose owner was asked afterwards is gone back to already. */
export const complaintHappening = (ticket: Ticket): readonly Happening[] => {
  if (ticket.status !== 'closed' || ticket.kind !== 'complaint' || !ticket.home) return []
  if (ticket.closing === 'cancelled' || ticket.closing === 'joined') return []
  if (hasAnsweredFollowUp(ticket)) return []
  return [{ what: 'complaint', home: ticket.home, at: ticket.closedAt, ticket: ticket.id }]
}

export const repairHappening = (note: RepairNote, ticket: Ticket | null): readonly Happening[] => {
  const { sheet, voided } = note
  if (voided || !sheet.home || !needsAttendance(sheet, ticket)) return []
  return [{ what: 'repair', home: sheet.home, at: sheet.endedAt, ticket: note.ticket }]
}

export const moveInHappenings = ({ ties }: OwnerFile, zone: TimeZone): readonly Happening[] =>
  ties.flatMap(({ home, since, leftOn }): readonly Happening[] =>
    since && !leftOn ? [{ what: 'moveIn', home, at: instantOf(since, 0, zone), ticket: null }] : [],
  )

export const happeningsByHome = (
  all: readonly Happening[],
): ReadonlyMap<PlaceId, readonly Happening[]> => {
  const found = new Map<PlaceId, Happening[]>()
  for (const each of all) found.set(each.home, [...(found.get(each.home) ?? []), each])
  return found
}

interface AskedOn {
  readonly rule: VisitRule
  readonly zone: TimeZone
  readonly today: CalendarDay
}

/** [VI14] What of it nobody was met for yet, the nearest day first; of one sort the last. */
export const occasionsOf = (
  happenings: readonly Happening[],
  visits: readonly OwnerVisit[],
  { rule, zone, today }: AskedOn,
): readonly Occasion[] => {
  const standing = happenings.flatMap((each): readonly Occasion[] => {
    const on = localDay(each.at, zone)
    const isGone = on > today || addDays(on, OCCASION_STANDS) < today
    const isDone = visits.some(
      (visit) => !visit.voided && visit.result === 'met' && visitedAt(visit) >= each.at,
    )
    if (isGone || isDone) return []
    return [{ ...each, on, dueOn: addDays(on, rule.extraDays ?? EXTRA_DAYS) }]
  })
  return standing
    .filter(({ what, at }) => !standing.some((other) => other.what === what && other.at > at))
    .filter((each, at, all) => all.findIndex(({ what }) => what === each.what) === at)
    .sort((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0))
}
