import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { Community } from '../domain/community'
import { pathOf, type Place, type PlaceId } from '../domain/place'
import type { Staff } from '../domain/staff'
import { useLive } from './live'
import { usePhone } from './phone'

/** The places, people and communities everything else names by id. */
export const useEstate = defineStore('estate', () => {
  const { database } = usePhone()
  const records = <T>(rows: readonly { readonly record: T }[]) => rows.map(({ record }) => record)
  const communities = useLive<readonly Community[]>(
    () => async () => records(await database.communities.toArray()),
    [],
  )
  const places = useLive<readonly Place[]>(
    () => async () => records(await database.places.toArray()),
    [],
  )
  const staff = useLive<readonly Staff[]>(
    () => async () => records(await database.staff.toArray()),
    [],
  )
  const placeById = computed(() => new Map(places.value.map((place) => [place.id, place])))
  const staffById = computed(() => new Map(staff.value.map((person) => [person.id, person])))
  const community = computed<Community | null>(() => communities.value[0] ?? null)
  const zone = computed(() => community.value?.zone ?? 'Asia/Shanghai')

  const staffName = (id: string | null): string =>
    staff.value.find((person) => person.id === id)?.name ?? ''

  /** 3栋2单元1501; the zone of the estate is left out where the building says enough. */
  const placeName = (id: PlaceId | null): string => {
    const place = id ? placeById.value.get(id) : undefined
    if (!place) return ''
    const path = pathOf(place, (parent) => placeById.value.get(parent))
    const told = path.length > 1 ? path.filter(({ kind }) => kind !== 'zone') : path
    return told.map(({ label }) => label).join(' ')
  }

  return { communities, community, zone, places, placeById, staff, staffById, staffName, placeName }
})
