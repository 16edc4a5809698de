import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { homesOf, matrixOf, placesWithin, type Unit } from '../domain/home/matrix'
import type { HomeQuestion } from '../domain/home/state'
import type { Place } from '../domain/place'
import { findablePlaces, searchPlaces } from '../domain/place-search'
import { useEstate } from './estate'

export interface BuildingLine {
  readonly building: Place
  /** The zone it lies in; empty where the community has none. */
  readonly zone: string
  readonly homes: number
  readonly vacant: number
}

/** How somebody looks at the homes; it stays while the app is open. */
export const useHomesLook = defineStore('homesLook', () => ({
  question: ref<HomeQuestion>('tickets'),
  /** The twin of the matrix: the same homes, one below the other. */
  isList: ref(false),
  words: ref(''),
}))

/** The buildings of the estate that have homes, in the order people walk them; worked out once. */
export const useBuildings = defineStore('buildings', () => {
  const estate = useEstate()
  const within = computed(() => placesWithin(estate.places))
  const findable = computed(() => findablePlaces(estate.places))
  const zoneOf = ({ within: zone }: Place): Place | null =>
    (zone && estate.placeById.get(zone)) ?? null
  const lines = computed<readonly BuildingLine[]>(() =>
    estate.places
      .filter(({ kind }) => kind === 'building')
      .map((building) => {
        const homes = homesOf(matrixOf(building, within.value))
        const vacant = homes.filter(({ occupancy }) => occupancy === 'vacant').length
        return { building, zone: zoneOf(building)?.label ?? '', homes: homes.length, vacant }
      })
      .filter(({ homes }) => homes > 0)
      .sort(
        (a, b) =>
          (zoneOf(a.building)?.order ?? 0) - (zoneOf(b.building)?.order ?? 0) ||
          a.building.order - b.building.order,
      ),
  )
  /** [PL1] Homes by whatever way they are written. */
  const homesFound = (words: string): readonly Unit[] =>
    searchPlaces(findable.value, words).flatMap((place) => (place.kind === 'unit' ? place : []))
  return { within, lines, homesFound, isRead: computed(() => estate.isRead) }
})
