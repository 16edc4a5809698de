import { computed } from 'vue'
import type { Facility } from '../domain/facility'
import type { Unit } from '../domain/home/matrix'
import type { PlaceId } from '../domain/place'
import { reachedBySystem, systemsWithout } from '../domain/serve/unserved'
import { useEstate } from './estate'
import { useFacilitiesHeld } from './served'

export interface Without {
  readonly system: Facility['system']
  readonly homes: readonly Unit[]
  readonly buildings: readonly { readonly building: PlaceId; readonly homes: readonly Unit[] }[]
}

/** [FA24] By system, the homes it does not reach; a system that reaches all of them is not in it. */
export const useUnserved = () => {
  const estate = useEstate()
  const held = useFacilitiesHeld()
  const reached = computed(() =>
    reachedBySystem({ places: estate.places, facilities: held.value ?? [] }),
  )
  const without = computed<readonly Without[]>(() => {
    const homes = estate.places.flatMap((place) =>
      place.kind === 'unit' ? { home: place, systems: systemsWithout(place, reached.value) } : [],
    )
    return [...reached.value.keys()].flatMap((system) => {
      const left = homes.flatMap(({ home, systems }) => (systems.includes(system) ? home : []))
      if (left.length === 0) return []
      const byBuilding = new Map<PlaceId, Unit[]>()
      for (const home of left) {
        const at = estate.buildingAt(home.id)?.id ?? home.id
        byBuilding.set(at, [...(byBuilding.get(at) ?? []), home])
      }
      const buildings = [...byBuilding].map(([building, inIt]) => ({ building, homes: inIt }))
      return { system, homes: left, buildings }
    })
  })
  return {
    without,
    /** Whether anybody said what anything serves. */
    isSaid: computed(() => (held.value ?? []).some(({ serves = [] }) => serves.length > 0)),
    asked: computed(() => [...reached.value.keys()]),
    isRead: computed(() => held.value !== null && estate.isRead),
  }
}
