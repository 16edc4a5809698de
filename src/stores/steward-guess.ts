import type { StaffId } from '../domain/id'
import type { PlaceId } from '../domain/place'
import { useEstate } from './estate'
import { useLive } from './live'
import { usePhone } from './phone'

/** How many of the newest tickets are looked through. */
const MOST = 300

/** [IN9] Who was last first responsible for a home of the same building; a guess, and said to be one. */
export const useStewardGuess = (home: () => PlaceId | null) => {
  const { database } = usePhone()
  const estate = useEstate()
  const buildingOf = (id: PlaceId | null) => estate.buildingAt(id)?.id ?? null
  return useLive<StaffId | null>(() => {
    const building = buildingOf(home())
    const stewards = new Set(
      estate.staff
        .filter(({ roles, active }) => active && roles.includes('steward'))
        .map((s) => s.id),
    )
    if (!building) return () => Promise.resolve(null)
    return async () => {
      const held = await database.tickets.orderBy('receivedAt').reverse().limit(MOST).toArray()
      const near = held.find(
        ({ record }) =>
          stewards.has(record.firstResponsible) && buildingOf(record.home) === building,
      )
      return near?.record.firstResponsible ?? null
    }
  }, null)
}
