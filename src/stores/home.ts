import { computed } from 'vue'
import type { PlaceId } from '../domain/place'
import { closedTicketsAbout, openTicketsAbout } from '../storage/home-work'
import { useEstate } from './estate'
import { useHomePlace } from './home-place'
import { useLive } from './live'
import { usePhone } from './phone'
import { usePromiseList } from './promise-list'

const CLOSED = 30

/** [HM3] A home with what is open about it, what was promised, and what was. */
export const useHome = (id: () => string) => {
  const { database } = usePhone()
  const estate = useEstate()
  const promises = usePromiseList()
  const wanted = () => id() as PlaceId
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
  return { ...useHomePlace(id), open, closed, given, isRead }
}
