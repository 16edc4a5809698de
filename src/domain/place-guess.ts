import type { Checkpoint } from './checkpoint'
import type { PlaceId } from './place'
import { metresBetween, reachOf, type Fix } from './position'

/** [PL3] The place of the nearest point that a position puts one at; null where it is at none. */
export const placeAt = (
  fix: Pick<Fix, 'latitude' | 'longitude' | 'accuracy'>,
  checkpoints: readonly Checkpoint[],
): PlaceId | null => {
  let nearest: { readonly place: PlaceId; readonly distance: number } | null = null
  for (const { place, position } of checkpoints) {
    if (!position) continue
    const distance = metresBetween(position, fix)
    const isThere = distance <= reachOf(position.within, fix.accuracy)
    if (isThere && (!nearest || distance < nearest.distance)) nearest = { place, distance }
  }
  return nearest?.place ?? null
}
