import type { Place, PlaceId } from './place'

/** A place and all it lies in, outermost first. Stops at a circle or a parent not held here. */
export const pathOf = (place: Place, placeById: (id: PlaceId) => Place | undefined): Place[] => {
  const path: Place[] = []
  const seen = new Set<PlaceId>()
  let next: Place | undefined = place
  while (next && !seen.has(next.id)) {
    seen.add(next.id)
    path.unshift(next)
    next = next.within ? placeById(next.within) : undefined
  }
  return path
}
