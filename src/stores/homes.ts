import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { homesOf, matrixOf, type Unit } from '../domain/home/matrix'
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

/** The buildings of the estate that have homes, in the order people walk them. */
export const useBuildings = () => {
  const estate = useEstate()
  const matrices = computed(() => {
    const buildings = estate.places.filter(({ kind }) => kind === 'building')
    return buildings.map((building) => ({ building, matrix: matrixOf(building, estate.places) }))
  })
  const findable = computed(() => findablePlaces(estate.places))
  const walked = computed(
    () => new Map(findable.value.map(({ place }, order) => [place.id, order])),
  )
  const zoneOf = ({ within }: Place): string =>
    (within && estate.placeById.get(within)?.label) ?? ''
  const lines = computed<readonly BuildingLine[]>(() =>
    matrices.value
      .map(({ building, matrix }) => {
        const homes = homesOf(matrix)
        const vacant = homes.filter(({ occupancy }) => occupancy === 'vacant').length
        return { building, zone: zoneOf(building), homes: homes.length, vacant }
      })
      .filter(({ homes }) => homes > 0)
      .sort(
        (a, b) => (walked.value.get(a.building.id) ?? 0) - (walked.value.get(b.building.id) ?? 0),
      ),
  )
  /** [PL1] Homes by whatever way they are written. */
  const homesFound = (words: string): readonly Unit[] =>
    searchPlaces(findable.value, words).flatMap((place) => (place.kind === 'unit' ? place : []))
  return { lines, homesFound, isRead: computed(() => estate.isRead) }
}
