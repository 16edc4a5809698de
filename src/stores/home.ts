import { computed } from 'vue'
import type { Place, PlaceId } from '../domain/place'
import { pathOf } from '../domain/place-path'
import { homesScope } from '../domain/scope'
import { closedTicketsAbout, openTicketsAbout } from '../storage/home-work'
import { useEstate } from './estate'
import { useLive } from './live'
import { usePhone } from './phone'
import { usePromiseList } from './promise-list'

const CLOSED = 30

/** [HM3] A home with what is open about it, what was promised, and what was. */
export const useHome = (id: () => string) => {
  const { database, person } = usePhone()
  const estate = useEstate()
  const promises = usePromiseList()
  const wanted = () => id() as PlaceId
  const home = computed(() => {
    const place = estate.placeById.get(wanted())
    return place?.kind === 'unit' ? place : null
  })
  const building = computed<Place | null>(() => {
    if (!home.value) return null
    const path = pathOf(home.value, (parent) => estate.placeById.get(parent))
    return path.find(({ kind }) => kind === 'building') ?? null
  })
  const open = useLive(() => {
    const about = [wanted()]
    return () => openTicketsAbout(database, about)
  }, null)
  const closed = useLive(() => {
    const about = wanted()
    return () => closedTicketsAbout(database, about, CLOSED)
  }, null)
  const given = computed(() => promises.all.filter((each) => each.home === wanted()))
  const isRead = computed(
    () => estate.isRead && promises.isRead && open.value !== null && closed.value !== null,
  )
  /** [HM2] */
  const seesPromises = computed(
    () => building.value !== null && person.scopes.includes(homesScope(building.value.id)),
  )
  return { home, building, seesPromises, open, closed, given, isRead }
}
