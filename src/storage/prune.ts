import { DAY, type Instant } from '../domain/instant'
import { KIND_NAMES } from '../domain/kind-table'
import { anyKind } from '../protocol/apply-change'
import { recordKey } from './held'
import { readMeta } from './meta'
import type { PhoneDatabase } from './phone-database'

const KEPT = 90 * DAY
const JOURNAL_LEAST = 30 * DAY

/** [ST6] What was settled 90 days ago leaves the phone; the journal stays 30 days and until a backup. */
export const prune = (database: PhoneDatabase, now: Instant): Promise<void> =>
  database.transaction('rw', database.tables, async () => {
    const backedUpTo = (await readMeta(database, 'backedUpTo')) ?? 0
    const unsent = new Set((await database.outbox.toArray()).map(({ key }) => key))
    for (const kind of KIND_NAMES) {
      const { settledAt } = anyKind(kind)
      await database
        .held(kind)
        .filter((held) => {
          const at = settledAt(held.record)
          return at !== null && at < now - KEPT && !unsent.has(recordKey(kind, held.id))
        })
        .delete()
    }
    await database.journal
      .where('settledAt')
      .below(now - JOURNAL_LEAST)
      .and((item) => item.version <= backedUpTo || item.settledAt < now - KEPT)
      .delete()
    await database.photos
      .where('state')
      .equals('confirmed')
      .and(({ takenAt }) => takenAt < now - JOURNAL_LEAST)
      .delete()
  })
