import type { CalendarDay } from '../calendar-day'
import { monthOf } from '../month'
import type { StaffId } from '../id'
import type { Instant } from '../instant'
import { localDay, type TimeZone } from '../time-zone'
import { goneOnce } from './going'
import type { OwnerVisit } from './owner-visit'
import { visitedAt } from './visited-at'
import type { ClockState } from './visit-state'
import { listOf, type VisitedHome } from './visited-home'

/** From the first instant up to, and without, the last. */
export interface Span {
  readonly from: Instant
  readonly until: Instant
}

/** What was done in a span of time, and how it stands today. */
interface Coverage {
  readonly homes: number
  /** Homes met at the door, or of vacant ones looked through; each once. */
  readonly door: number
  /** Homes met by whatever channel, or looked through; each once. */
  readonly met: number
  /** Homes listed today: due, late, or after an occasion. */
  readonly due: number
  /** How often somebody went or rang in vain; never part of what was met. */
  readonly attempts: number
  /** Homes past their day. */
  readonly overdue: number
  /** Of these, homes nobody was met in for a whole term more. */
  readonly unreached: number
}

const isIn = (visit: OwnerVisit, { from, until }: Span) =>
  visitedAt(visit) >= from && visitedAt(visit) < until
const isDone = ({ result }: OwnerVisit) => result === 'met' || result === 'inspected'
const isVain = ({ result }: OwnerVisit) => result === 'notHome' || result === 'refused'

/** Past a day: by a clock, or after an occasion. */
export const isBehind = (state: ClockState) => state === 'overdue' || state === 'unreached'

/** [VI13] Homes met, each once; attempts beside them. */
export const coverageOf = (
  homes: readonly VisitedHome[],
  span: Span,
  today: CalendarDay,
): Coverage => {
  let [door, met, due, attempts, overdue, unreached] = [0, 0, 0, 0, 0, 0]
  for (const home of homes) {
    const { visits, states, state } = home
    if (listOf(home, today) !== null) due += 1
    const within = visits.filter((visit) => isIn(visit, span))
    const done = within.filter(isDone)
    if (done.length > 0) met += 1
    if (done.some(({ channel }) => channel === 'door')) door += 1
    attempts += goneOnce(within).filter(isVain).length
    if (isBehind(state)) overdue += 1
    if (states.door === 'unreached') unreached += 1
  }
  return { homes: homes.length, door, met, due, attempts, overdue, unreached }
}

/** What one person did: visits and contacts, not homes. */
interface Doing {
  readonly door: number
  readonly contacts: number
  readonly attempts: number
}

const NOTHING: Doing = { door: 0, contacts: 0, attempts: 0 }

const counted = (doing: Doing, visit: OwnerVisit): Doing => {
  if (isVain(visit)) return { ...doing, attempts: doing.attempts + 1 }
  if (!isDone(visit)) return doing
  return visit.channel === 'door'
    ? { ...doing, door: doing.door + 1 }
    : { ...doing, contacts: doing.contacts + 1 }
}

const countBy = <Key>(
  homes: readonly Pick<VisitedHome, 'visits'>[],
  keysOf: (visit: OwnerVisit) => readonly Key[],
): ReadonlyMap<Key, Doing> => {
  const found = new Map<Key, Doing>()
  for (const visit of homes.flatMap(({ visits }) => visits))
    for (const key of keysOf(visit)) found.set(key, counted(found.get(key) ?? NOTHING, visit))
  return found
}

/** [VI13] Two who went together both went. */
export const doneByPerson = (
  homes: readonly VisitedHome[],
  span: Span,
): ReadonlyMap<StaffId, Doing> =>
  countBy(homes, (visit) => (isIn(visit, span) ? [...new Set([visit.made.by, ...visit.with])] : []))

/** [VI13] By the month it was done in, in the community's zone; [VI17] who met at one door went once. */
export const doneByMonth = (
  homes: readonly VisitedHome[],
  zone: TimeZone,
): ReadonlyMap<string, Doing> => {
  const once = homes.map((home) => ({ visits: goneOnce(home.visits) }))
  return countBy(once, (visit) => [monthOf(localDay(visitedAt(visit), zone))])
}
