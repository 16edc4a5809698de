import type { Facility, FacilityId } from '../facility'
import type { Unit } from '../home/matrix'
import type { Place, PlaceId } from '../place'
import type { Served } from './served'

type Reach = Extract<Served, { kind: 'place' }>

/** What it is known of an estate: its places not withdrawn, and its facilities not scrapped. */
export interface Estate {
  readonly places: readonly Place[]
  readonly facilities: readonly Facility[]
}

/** What lies directly in each place. */
const insideOf = (places: readonly Place[]): ReadonlyMap<PlaceId, readonly Place[]> => {
  const inside = new Map<PlaceId, Place[]>()
  for (const place of places) {
    if (!place.within) continue
    const beside = inside.get(place.within)
    if (beside) beside.push(place)
    else inside.set(place.within, [place])
  }
  return inside
}

const isOnLevel = ({ level }: Unit, { from, to }: Reach): boolean =>
  (from === null || level >= from) && (to === null || level <= to)

/**
 * [FA22] All a facility serves, through whatever other facilities it feeds; a circle is walked once, and
 * what is scrapped feeds nothing.
 */
export const reachOf = (
  serves: readonly Served[],
  facilities: readonly Facility[],
): readonly Reach[] => {
  const byId = new Map(facilities.map((facility) => [facility.id, facility]))
  const seen = new Set<FacilityId>()
  const found: Reach[] = []
  const open = [...serves]
  for (let next = open.shift(); next; next = open.shift())
    if (next.kind === 'place') found.push(next)
    else if (!seen.has(next.facility)) {
      seen.add(next.facility)
      const fed = byId.get(next.facility)
      if (fed && fed.state !== 'scrapped') open.push(...(fed.serves ?? []))
    }
  return found
}

/** [FA22] The homes in the reach of what is said, each once, in the order of the places. */
export const homesServed = (
  serves: readonly Served[],
  { places, facilities }: Estate,
): readonly Unit[] => {
  const inside = insideOf(places)
  const byId = new Map(places.map((place) => [place.id, place]))
  const found = new Set<PlaceId>()
  for (const reach of reachOf(serves, facilities)) {
    const seen = new Set<PlaceId>()
    const open = [byId.get(reach.place)]
    for (let next = open.pop(); next; next = open.pop()) {
      if (seen.has(next.id)) continue
      seen.add(next.id)
      if (next.kind === 'unit' && isOnLevel(next, reach)) found.add(next.id)
      open.push(...(inside.get(next.id) ?? []))
    }
  }
  return places.flatMap((place) => (place.kind === 'unit' && found.has(place.id) ? place : []))
}
