import type { OwnerVisit } from '../domain/visit/owner-visit'
import { useLive } from './live'
import { usePhone } from './phone'

/** Null where there is none; undefined until the database has answered. */
export const useOwnerVisit = (id: () => string | null) => {
  const { database } = usePhone()
  return useLive<OwnerVisit | null | undefined>(() => {
    const wanted = id()
    return async () => (wanted ? ((await database.ownerVisits.get(wanted))?.record ?? null) : null)
  }, undefined)
}
