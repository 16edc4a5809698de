import { HOUR } from '../domain/instant'
import type { PlaceId } from '../domain/place'
import { useLive } from './live'
import { usePhone } from './phone'

/** How long somebody is taken to be still about where they last checked in. */
const STILL_THERE = HOUR

/** Where this person last was seen to be: the last checkpoint looked at, if that was not long ago. */
export const useLastPlace = () => {
  const { database, person, now } = usePhone()
  return useLive<PlaceId | null>(
    () => async () => {
      const since = now() - STILL_THERE
      const last = await database.checkpointVisits
        .where('visitedAt')
        .aboveOrEqual(since)
        .reverse()
        .filter(({ record }) => record.visitedBy === person.staff)
        .first()
      if (!last) return null
      return (await database.checkpoints.get(last.record.checkpoint))?.record.place ?? null
    },
    null,
  )
}
