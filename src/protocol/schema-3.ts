import { FIRST_TIMING } from '../domain/clock/first-timing'
import { facilityActOfToday, facilityOfToday } from './schema-3-facility'
import type { SchemaStep } from './schema-step'

/** What a visit says besides, where it was written before it could. */
const BEFORE_VISITS_GREW = { happenedAt: null, handed: [], fee: null, asked: null }

/** Schema 3: from the first word to the owner's thanks. What a ticket says now and did not before. */
export const SCHEMA_3: SchemaStep = {
  act: (kind, act) =>
    kind === 'Community' && 'community' in act && typeof act.community === 'object'
      ? { ...act, community: { timing: FIRST_TIMING, ...act.community } }
      : kind === 'OwnerVisit' && 'act' in act && act.act === 'record'
        ? { ...BEFORE_VISITS_GREW, ...act }
        : kind === 'Facility'
          ? facilityActOfToday(act)
          : act,
  record: (kind, record) => {
    if (kind === 'Community') return { timing: FIRST_TIMING, ...record }
    if (kind === 'OwnerVisit') return { ...BEFORE_VISITS_GREW, ...record }
    if (kind === 'Facility') return facilityOfToday(record)
    return kind === 'Caller' ? { dials: [], ...record } : record
  },
}
