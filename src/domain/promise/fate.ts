/** open · overdue: past its time and not kept yet · kept in time · late · broken · released by the owner. */
export const FATES = ['open', 'overdue', 'kept', 'late', 'broken', 'released'] as const
export type Fate = (typeof FATES)[number]
