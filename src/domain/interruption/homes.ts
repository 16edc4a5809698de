import type { CalendarDay } from '../calendar-day'
import type { ChangeId } from '../id'
import type { Unit } from '../home/matrix'
import type { Care } from '../owner/detail'
import type { OwnerFile } from '../owner/owner-file'
import { careState, peopleAt, type CareState, type HomePerson } from '../owner/question'
import type { PlaceId } from '../place'
import type { Stopped } from './interruption'
import { homeReach, tellingsByHome, type HomeReach } from './question'
import type { InterruptionReach, StopTelling } from './reach'

export interface CarePlan {
  readonly person: HomePerson
  readonly care: Care
  readonly state: CareState
}

/** A home that a stop touches, as whoever serves its building sees it. */
export interface StopHome {
  readonly unit: Unit
  readonly people: readonly HomePerson[]
  /** [SI8] Those who need something when just this stops. */
  readonly plans: readonly CarePlan[]
  readonly reach: HomeReach
  readonly tellings: readonly StopTelling[]
}

interface Known {
  readonly what: Stopped
  readonly files: readonly OwnerFile[]
  readonly reaches: readonly InterruptionReach[]
  /** The word to be told. */
  readonly of: ChangeId | undefined
  readonly today: CalendarDay
}

/** [SI8] Special care first, then who is not told yet; each in the order of the homes. */
export const stopHomes = (units: readonly Unit[], known: Known): readonly StopHome[] => {
  const tellings = tellingsByHome(known.reaches, known.of)
  const byHome = new Map<PlaceId, OwnerFile[]>()
  for (const file of known.files)
    for (const { home } of file.ties) byHome.set(home, [...(byHome.get(home) ?? []), file])
  const lines = units.map((unit): StopHome => {
    const people = peopleAt(byHome.get(unit.id) ?? [], unit.id).now
    const plans = people.flatMap((person) => {
      const { care } = person.file
      const isMeant = care?.when.some((each) => each === known.what)
      return care && isMeant ? { person, care, state: careState(care, known.today) } : []
    })
    const told = tellings.get(unit.id)
    return { unit, people, plans, reach: homeReach(told), tellings: told ?? [] }
  })
  const rank = ({ plans, reach }: StopHome) =>
    (plans.length > 0 ? 0 : 4) + (reach === 'told' ? 2 : reach === 'tried' ? 1 : 0)
  return lines
    .map((line, index) => ({ line, index }))
    .sort((a, b) => rank(a.line) - rank(b.line) || a.index - b.index)
    .map(({ line }) => line)
}
