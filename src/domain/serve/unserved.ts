import { FACILITY_SYSTEMS, type Facility } from '../facility'
import type { Unit } from '../home/matrix'
import type { PlaceId } from '../place'
import { homesServed, type Estate } from './homes-served'

type System = Facility['system']
/** Of each system of which anything is said to serve homes, the homes it reaches. */
export type Reached = ReadonlyMap<System, ReadonlySet<PlaceId>>

/** [FA24] A system nobody has said anything of is not asked about: it leaves nobody out. */
export const reachedBySystem = (estate: Estate): Reached => {
  const working = estate.facilities.filter(({ state }) => state !== 'scrapped')
  const found = new Map<System, ReadonlySet<PlaceId>>()
  for (const system of FACILITY_SYSTEMS) {
    const serves = working.flatMap((each) => (each.system === system ? (each.serves ?? []) : []))
    const homes = homesServed(serves, estate)
    if (homes.length > 0) found.set(system, new Set(homes.map(({ id }) => id)))
  }
  return found
}

/** [FA24] The systems that reach other homes and not this one. */
export const systemsWithout = (home: Unit, reached: Reached): readonly System[] =>
  [...reached].flatMap(([system, homes]) => (homes.has(home.id) ? [] : system))
