import { FIRST_TIMING } from '../domain/clock/first-timing'
import type { SchemaStep } from './schema-step'

/** Schema 3: from the first word to the owner's thanks. What a ticket says now and did not before. */
export const SCHEMA_3: SchemaStep = {
  act: (kind, act) =>
    kind === 'Community' && 'community' in act && typeof act.community === 'object'
      ? { ...act, community: { timing: FIRST_TIMING, ...act.community } }
      : act,
  record: (kind, record) => {
    if (kind === 'Community') return { timing: FIRST_TIMING, ...record }
    return kind === 'Caller' ? { dials: [], ...record } : record
  },
}
