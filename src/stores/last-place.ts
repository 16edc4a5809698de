import { computed, shallowRef } from 'vue'
import { findQuietly } from '../device/position'
import { HOUR } from '../domain/instant'
import type { PlaceId } from '../domain/place'
import { placeAt } from '../domain/place-guess'
import { useLive } from './live'
import { usePhone } from './phone'

/** How long somebody is taken to be still about where they last checked in. */
const STILL_THERE = HOUR

/** Where somebody may be, and what says so. */
export interface GuessedPlace {
  readonly place: PlaceId
  readonly by: 'stop' | 'position'
}

/** The place of the last checkpoint this person looked at, if that was not long ago. */
const useLastPlace = () => {
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

/** [PL3] Where this person probably is; nobody is asked for anything. */
export const useGuessedPlace = () => {
  const { database } = usePhone()
  const last = useLastPlace()
  const near = shallowRef<PlaceId | null>(null)

  const lookAround = async () => {
    const fix = await findQuietly()
    if (!fix) return
    const points = await database.checkpoints.toArray()
    near.value = placeAt(
      fix,
      points.map(({ record }) => record),
    )
  }
  void lookAround()

  return computed<GuessedPlace | null>(() => {
    if (last.value) return { place: last.value, by: 'stop' }
    return near.value ? { place: near.value, by: 'position' } : null
  })
}
