import { daysBetween, type CalendarDay } from '../calendar-day'
import type { Unit } from '../home/matrix'
import type { PlaceId } from '../place'
import type { TimeZone } from '../time-zone'
import { appointmentOf, type Appointment } from './appointment'
import { heedOf, type HeedSaid } from './heed'
import { occasionsOf, type Happening, type Occasion } from './occasion'
import type { OwnerVisit } from './owner-visit'
import { homeClocks, type HomeClocks, type VisitClock } from './visit-clock'
import type { VisitHeed } from './visit-fields'
import type { VisitRule } from './visit-rule'
import { visitedAt } from './visited-at'
import { clockState, homeVisitState, moreOf, type ClockState } from './visit-state'

/** A home with all that follows from its visits on one day. */
export interface VisitedHome {
  readonly unit: Unit
  readonly building: PlaceId
  /** The newest first; what was voided is not among them. */
  readonly visits: readonly OwnerVisit[]
  readonly clocks: HomeClocks
  readonly states: { readonly [Which in keyof HomeClocks]: ClockState }
  readonly state: ClockState
  /** [VI14] What asks for the home beside the rule, the nearest day first. */
  readonly occasions: readonly Occasion[]
  readonly appointment: Appointment | null
  readonly heeds: { readonly [What in VisitHeed]: HeedSaid | null }
}

export interface VisitDay {
  readonly rule: VisitRule
  readonly zone: TimeZone
  readonly today: CalendarDay
}

export const visitsByHome = (
  visits: readonly OwnerVisit[],
): ReadonlyMap<PlaceId, readonly OwnerVisit[]> => {
  const found = new Map<PlaceId, OwnerVisit[]>()
  for (const visit of visits) {
    const beside = found.get(visit.home)
    if (beside) beside.push(visit)
    else found.set(visit.home, [visit])
  }
  return found
}

export const visitedHome = (
  unit: Unit,
  building: PlaceId,
  all: readonly OwnerVisit[],
  day: VisitDay,
  happenings: readonly Happening[] = [],
): VisitedHome => {
  const { rule, zone, today } = day
  const visits = all
    .filter(({ voided }) => voided === null)
    .sort((a, b) => visitedAt(b) - visitedAt(a) || (a.id < b.id ? 1 : -1))
  const clocks = homeClocks(unit, visits, rule, zone, today)
  const occasions = occasionsOf(happenings, visits, day)
  const stateOf = (clock: VisitClock) => clockState(clock, rule, today)
  return {
    ...{ unit, building, visits, clocks },
    states: { contact: stateOf(clocks.contact), door: stateOf(clocks.door) },
    state: occasions.reduce<ClockState>(
      (state, { dueOn }) => moreOf(state, dueOn < today ? 'overdue' : 'soon'),
      homeVisitState(clocks, rule, today),
    ),
    occasions,
    appointment: appointmentOf(visits),
    heeds: { key: heedOf(visits, 'key', today), together: heedOf(visits, 'together', today) },
  }
}

/** On its day or past it, or never done. */
export const isDue = ({ dueOn }: VisitClock, today: CalendarDay): boolean =>
  dueOn === null || dueOn <= today

/** [VI11] Where it is listed: at the door, by phone only, or as an empty flat; null where nothing is due. */
export const VISIT_LISTS = ['door', 'phone', 'vacant'] as const
export type VisitList = (typeof VISIT_LISTS)[number]

export const listOf = (
  { unit, clocks, occasions }: Pick<VisitedHome, 'unit' | 'clocks' | 'occasions'>,
  today: CalendarDay,
): VisitList | null => {
  const [door, phone] = [isDue(clocks.door, today), isDue(clocks.contact, today)]
  if (occasions.length > 0) return 'door'
  if (unit.occupancy === 'vacant') return door || phone ? 'vacant' : null
  return door ? 'door' : phone ? 'phone' : null
}

/** The clock by which a home stands in its list. */
export const clockListed = ({ clocks }: Pick<VisitedHome, 'clocks'>, today: CalendarDay) =>
  isDue(clocks.door, today) ? clocks.door : clocks.contact

/** How many days it waits; what was never done waits longest. */
export const daysWaiting = ({ dueOn }: Pick<VisitClock, 'dueOn'>, today: CalendarDay): number =>
  dueOn === null ? Infinity : daysBetween(dueOn, today)
