import type { Facility, FacilityId } from '../facility'

/**
 * [FA23] The facilities by which one comes back to itself through what it would serve, in their order;
 * null where there is no circle.
 */
export const circleThrough = (
  from: FacilityId,
  to: FacilityId,
  facilities: readonly Facility[],
): readonly FacilityId[] | null => {
  const byId = new Map(facilities.map((facility) => [facility.id, facility]))
  const seen = new Set<FacilityId>()
  const walk = (at: FacilityId, path: readonly FacilityId[]): readonly FacilityId[] | null => {
    if (at === from) return path
    if (seen.has(at)) return null
    seen.add(at)
    for (const served of byId.get(at)?.serves ?? []) {
      const found = served.kind === 'facility' && walk(served.facility, [...path, served.facility])
      if (found) return found
    }
    return null
  }
  return walk(to, [from, to])
}
