import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { Community } from '../domain/community'
import type { StaffId } from '../domain/id'
import type { Place, PlaceId } from '../domain/place'
import { pathOf } from '../domain/place-path'
import type { Staff } from '../domain/staff'
import { useLive } from './live'
import { usePhone } from './phone'

/** The places, people and communities everything else names by id. */
export const useEstate = defineStore('estate', () => {
  const { database } = usePhone()
  const follow = <T>(table: { toArray(): PromiseLike<readonly { readonly record: T }[]> }) =>
    useLive<readonly T[] | null>(
      () => async () => (await table.toArray()).map(({ record }) => record),
      null,
    )
  const read = {
    communities: follow<Community>(database.communities),
    places: follow<Place>(database.places),
    staff: follow<Staff>(database.staff),
  }
  const isRead = computed(() => Object.values(read).every(({ value }) => value !== null))
  const communities = computed(() => read.communities.value ?? [])
  /** [PL5] One withdrawn is drawn and offered nowhere; what names it still says its name. */
  const everyPlace = computed(() => read.places.value ?? [])
  const places = computed(() => everyPlace.value.filter(({ withdrawn }) => !withdrawn))
  const staff = computed(() => read.staff.value ?? [])
  const placeById = computed(() => new Map(everyPlace.value.map((place) => [place.id, place])))
  const staffById = computed(() => new Map(staff.value.map((person) => [person.id, person])))
  const community = computed<Community | null>(() => communities.value[0] ?? null)
  const zone = computed(() => community.value?.zone ?? 'Asia/Shanghai')

  const staffName = (id: string | null): string => staffById.value.get(id as StaffId)?.name ?? ''

  /** The building a place lies in, or is; null where it lies in none. */
  const buildingAt = (id: PlaceId | null): Place | null => {
    const place = id ? placeById.value.get(id) : undefined
    const path = place ? pathOf(place, (parent) => placeById.value.get(parent)) : []
    return path.find(({ kind }) => kind === 'building') ?? null
  }

  /** 3栋2单元1501; the zone of the estate is left out where the building says enough. */
  const placeName = (id: PlaceId | null): string => {
    const place = id ? placeById.value.get(id) : undefined
    if (!place) return ''
    const path = pathOf(place, (parent) => placeById.value.get(parent))
    const told = path.length > 1 ? path.filter(({ kind }) => kind !== 'zone') : path
    return told.map(({ label }) => label).join(' ')
  }

  return {
    ...{ isRead, communities, community, zone, places, placeById },
    ...{ staff, staffName, placeName, buildingAt },
  }
})
