import type { Instant } from '../domain/instant'
import type { Call } from '../domain/today/need'
import { readMeta, writeMeta } from './meta'
import type { PhoneDatabase } from './phone-database'

/** More than a person has matters in a month. */
const KEPT = 500

/**
 * [TD8] Which of these to ring for: none twice, and none that stood so before the first opening. From
 * now on they are rung for. One transaction, so that of two tabs one rings.
 */
export const takeUnrung = (
  database: PhoneDatabase,
  calls: readonly Pick<Call, 'id' | 'since'>[],
  now: Instant,
): Promise<ReadonlySet<string>> =>
  database.transaction('rw', database.meta, async () => {
    const held = await readMeta(database, 'rung')
    const { from, ids } = held ?? { from: now, ids: [] }
    const known = new Set(ids)
    const fresh = calls.filter(({ id, since }) => since >= from && !known.has(id))
    const names = fresh.map(({ id }) => id)
    if (!held || names.length > 0)
      await writeMeta(database, 'rung', { from, ids: [...ids, ...names].slice(-KEPT) })
    return new Set(names)
  })
