import { computed } from 'vue'
import type { Place, PlaceId } from '../domain/place'
import { homesScope } from '../domain/scope'
import { useEstate } from './estate'
import { usePhone } from './phone'

/** A home, the building it lies in, and whether this person serves that; nothing of what is about it. */
export const useHomePlace = (id: () => string) => {
  const { person } = usePhone()
  const estate = useEstate()
  const home = computed(() => {
    const place = estate.placeById.get(id() as PlaceId)
    return place?.kind === 'unit' ? place : null
  })
  const building = computed<Place | null>(() => home.value && estate.buildingAt(home.value.id))
  /** [HM2] */
  const seesPromises = computed(
    () => building.value !== null && person.scopes.includes(homesScope(building.value.id)),
  )
  return { home, building, seesPromises }
}
