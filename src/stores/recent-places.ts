import type { Instant } from '../domain/instant'
import type { PlaceId } from '../domain/place'
import { useLive } from './live'
import { usePhone } from './phone'

const SHOWN = 6
/** How many of the newest are looked through: enough for a shift, and no long reading. */
const TICKETS = 60
const VISITS = 120

/** Where this person took tickets or looked at stops of late, the latest first; homes are none. */
export const useRecentPlaces = () => {
  const { database, person } = usePhone()

  const reported = async () => {
    const newest = await database.tickets.orderBy('receivedAt').reverse().limit(TICKETS).toArray()
    return newest.flatMap(({ record: { takenBy, place, receivedAt } }) =>
      takenBy === person.staff && place ? [{ place, at: receivedAt }] : [],
    )
  }
  const visited = async () => {
    const { checkpointVisits, checkpoints } = database
    const newest = await checkpointVisits.orderBy('visitedAt').reverse().limit(VISITS).toArray()
    const own = newest.filter(({ record }) => record.visitedBy === person.staff)
    const points = await checkpoints.bulkGet(own.map(({ record }) => record.checkpoint))
    return own.flatMap(({ record }, index) => {
      const place = points[index]?.record.place
      return place ? [{ place, at: record.visitedAt }] : []
    })
  }

  return useLive<readonly PlaceId[]>(
    () => async () => {
      const all: { readonly place: PlaceId; readonly at: Instant }[] = [
        ...(await reported()),
        ...(await visited()),
      ]
      const latestFirst = all.sort((a, b) => b.at - a.at).map(({ place }) => place)
      const once = [...new Set(latestFirst)]
      const held = await database.places.bulkGet(once)
      return once.filter((_, at) => (held[at]?.record.kind ?? 'unit') !== 'unit').slice(0, SHOWN)
    },
    [],
  )
}
