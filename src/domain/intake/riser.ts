import { doorOnLevel } from '../door'
import type { Place, PlaceId } from '../place'

/** [IN6] The homes on one riser (立管): the same entrance and the same door, on every level. */
export const riserOf = (home: PlaceId, places: readonly Place[]): readonly PlaceId[] => {
  const unit = places.find(({ id }) => id === home)
  if (unit?.kind !== 'unit') return []
  const door = doorOnLevel(unit)
  return places.flatMap((place) =>
    place.kind === 'unit' && place.within === unit.within && doorOnLevel(place) === door
      ? [place.id]
      : [],
  )
}
