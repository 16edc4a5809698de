import type { OwnerVisit } from '../domain/visit/owner-visit'

/** What the table of visits is asked by; what was voided is found by its home and building only. */
export const visitIndex = (visit: OwnerVisit) => {
  const { home, building, voided, next, cancelled, handed } = visit
  if (voided) return { home, building }
  return {
    ...{ home, building, handed },
    ...(next && !cancelled ? { agreedUntil: next.until } : {}),
  }
}
