import { homesOf, matrixOf, placesWithin } from '../domain/home/matrix'
import { DAY, type Instant } from '../domain/instant'
import type { Place } from '../domain/place'
import { homesScope } from '../domain/scope'
import { addDays, type CalendarDay } from '../domain/calendar-day'
import { instantOf } from '../domain/time-zone'
import type { Errand } from '../domain/today/errand'
import { standingOfClock } from '../domain/today/standing'
import type { Appointment } from '../domain/visit/appointment'
import { happeningsByHome } from '../domain/visit/occasion'
import { listOf, visitedHome, visitsByHome, type VisitDay } from '../domain/visit/visited-home'
import type { PhoneDatabase } from '../storage/phone-database'
import { happeningsHeld } from '../storage/happening'
import { visitsAgreed, visitsInBuildings } from '../storage/visit'
import type { Person } from './phone'

interface VisitsAhead {
  readonly day: CalendarDay
  readonly due: number
  /** Until the end of the day; one missed stays for a week. */
  readonly appointments: readonly Appointment[]
}

interface Asked extends VisitDay {
  readonly person: Person
  readonly places: readonly Place[]
}

/** [VI10] What visits ask for today: read anew when one is written, not with each minute. */
export const findVisits = async (
  database: PhoneDatabase,
  { person, places, ...day }: Asked,
): Promise<VisitsAhead | null> => {
  if (!person.roles.includes('steward') && !person.roles.includes('customerService')) return null
  const isSteward = person.roles.includes('steward')
  const served = places.filter(
    ({ kind, id }) => kind === 'building' && person.scopes.includes(homesScope(id)),
  )
  const ids = served.map(({ id }) => id)
  const begins = instantOf(day.today, 0, day.zone)
  const ends = instantOf(addDays(day.today, 1), 0, day.zone)
  const since = begins - 7 * DAY
  // Whoever is told appointments only needs no home but theirs.
  const visits = visitsByHome(
    isSteward ? await visitsInBuildings(database, ids) : await visitsAgreed(database, since),
  )
  const happened = isSteward
    ? happeningsByHome(await happeningsHeld(database, day.today, day.zone))
    : null
  const within = placesWithin(places)
  const homes = served.flatMap((building) =>
    homesOf(matrixOf(building, within))
      .filter(({ id }) => isSteward || visits.has(id))
      .map((unit) =>
        visitedHome(unit, building.id, visits.get(unit.id) ?? [], day, happened?.get(unit.id)),
      ),
  )
  return {
    day: day.today,
    due: isSteward ? homes.filter((home) => listOf(home, day.today) !== null).length : 0,
    appointments: homes
      .flatMap(({ appointment }) => appointment ?? [])
      .filter(({ from, until }) => from < ends && until > since)
      .filter(({ visit }) => isSteward || visit.made.by === person.staff),
  }
}

/** [VI10] One line for all that is due, and one for each appointment at its hour. */
export const visitErrands = (ahead: VisitsAhead, now: Instant): readonly Errand[] => [
  ...ahead.appointments.map(({ visit, from, until }): Errand => ({
    ...{ key: `appointment/${visit.id}`, what: 'appointment', to: `/visits/homes/${visit.home}` },
    ...{ standing: now > until ? 'late' : standingOfClock(Math.max(from, now), now), at: from },
    ...{ by: null, count: 0, where: '', home: visit.home },
  })),
  ...(ahead.due > 0
    ? [
        {
          ...({ key: `visits/${ahead.day}`, what: 'visits', to: '/visits', at: null } as const),
          ...({ standing: 'later', by: null, count: ahead.due, where: '' } as const),
        },
      ]
    : []),
]
