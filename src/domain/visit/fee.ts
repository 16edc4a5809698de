import type { OwnerVisit } from './owner-visit'

export type FeeSaid = NonNullable<OwnerVisit['fee']>

/** [VI20] What a home said last about what it owes, and in which talk; null once it said it has paid. */
export const feeSaidOf = (
  visits: readonly OwnerVisit[],
): { readonly said: FeeSaid; readonly visit: OwnerVisit } | null => {
  let last: OwnerVisit | null = null
  for (const visit of visits)
    if (!visit.voided && visit.fee && (!last || visit.made.at > last.made.at)) last = visit
  return last?.fee && last.fee.reason !== 'paid' ? { said: last.fee, visit: last } : null
}
