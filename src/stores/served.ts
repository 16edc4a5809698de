import { computed } from 'vue'
import type { Facility, FacilityId } from '../domain/facility'
import type { FacilityAct } from '../domain/facility/act'
import { mayAct } from '../domain/permission'
import type { PlaceId } from '../domain/place'
import { circleThrough } from '../domain/serve/circle'
import { homesServed } from '../domain/serve/homes-served'
import { isSame } from '../domain/same'
import { isUpright, type Served } from '../domain/serve/served'
import { act } from './act'
import { useEstate } from './estate'
import { useLive } from './live'
import { usePhone } from './phone'
import { useSaving } from './saving'

const { compare: byNumber } = new Intl.Collator('zh-CN', { numeric: true })

/** Every facility of the estate, by its id, as this phone holds it; null while it is read. */
export const useFacilitiesHeld = () => {
  const { database } = usePhone()
  return useLive<readonly Facility[] | null>(
    () => async () => (await database.facilities.toArray()).map(({ record }) => record),
    null,
  )
}

/** [FA20] What one facility serves, what feeds it, and the homes that come of it. */
export const useServed = (id: () => FacilityId) => {
  const estate = useEstate()
  const held = useFacilitiesHeld()
  const all = computed(() => held.value ?? [])
  const facility = computed(() => all.value.find((each) => each.id === id()) ?? null)
  const serves = computed(() => facility.value?.serves ?? [])
  const homes = computed(() =>
    homesServed(serves.value, { places: estate.places, facilities: all.value }),
  )
  /** [FA22] How many homes of each building, in their order. */
  const buildings = computed(() => {
    const counts = new Map<PlaceId, number>()
    for (const { id: home } of homes.value) {
      const at = estate.buildingAt(home)?.id
      if (at) counts.set(at, (counts.get(at) ?? 0) + 1)
    }
    return [...counts]
      .map(([building, count]) => ({ building, count, name: estate.placeName(building) }))
      .sort((a, b) => byNumber(a.name, b.name))
  })
  const fedBy = computed(() =>
    all.value.filter(({ serves: fed = [] }) =>
      fed.some((each) => each.kind === 'facility' && each.facility === id()),
    ),
  )
  const nameOf = (facilityId: FacilityId): string =>
    all.value.find((each) => each.id === facilityId)?.name ?? ''
  return {
    ...{ all, facility, serves, homes, buildings, fedBy, nameOf },
    isRead: computed(() => held.value !== null && estate.isRead),
  }
}

export type ServeFault =
  | { readonly is: 'upside-down' | 'there-already' }
  | { readonly is: 'circle'; readonly through: readonly FacilityId[] }

/** [FA21] What somebody adds and takes away, each saved at once. */
export const useServing = (id: () => FacilityId) => {
  const phone = usePhone()
  const { failure, isBusy, saving } = useSaving()
  const save = (add: readonly Served[], drop: readonly Served[]): Promise<boolean> => {
    const deed: FacilityAct = { act: 'serve', add, drop }
    return saving(() => act(phone, [{ kind: 'Facility', record: id(), act: deed }]))
  }
  /** [FA23] Why it cannot be added; null where it can. */
  const faultOf = (served: Served, all: readonly Facility[]): ServeFault | null => {
    if (!isUpright(served)) return { is: 'upside-down' }
    const held = all.find((each) => each.id === id())?.serves ?? []
    if (held.some((each) => isSame(each, served))) return { is: 'there-already' }
    const through = served.kind === 'facility' ? circleThrough(id(), served.facility, all) : null
    return through ? { is: 'circle', through } : null
  }
  return {
    ...{ failure, isBusy, faultOf },
    add: (served: Served) => save([served], []),
    drop: (served: Served) => save([], [served]),
    mayServe: mayAct(phone.person.roles, 'Facility', 'serve'),
  }
}
