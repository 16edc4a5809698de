import { DAY, type Instant } from '../domain/instant'
import { KIND_NAMES } from '../domain/kind-table'
import { anyKind } from '../protocol/apply-change'
import { dropDiscarded } from './discard'
import { readMeta } from './meta'
import type { PhoneDatabase } from './phone-database'
import { photosBackedUp } from './photos-backed-up'
import { recordKey } from './record-key'

/** What a server keeps on phones that has not said otherwise yet. */
const KEPT_DAYS = 90
/** For a server that is restored: at least so long, and without a backup that holds it so long. */
const AGAIN = { least: 30 * DAY, most: 90 * DAY }

/** [SY49] The rule of a first pull: what was settled before this leaves, unless there is work on it. */
const pruneRecords = async (
  database: PhoneDatabase,
  before: Instant,
  unsent: ReadonlySet<string>,
) => {
  for (const kind of KIND_NAMES) {
    const { settledAt } = anyKind(kind)
    await database
      .held(kind)
      .filter((held) => {
        const at = settledAt(held.record)
        return at !== null && at < before && !unsent.has(recordKey(kind, held.id))
      })
      .delete()
  }
}

const pruneJournal = async (database: PhoneDatabase, now: Instant, backedUpTo: number) => {
  await database.journal
    .where('settledAt')
    .below(now - AGAIN.least)
    .and((item) => item.version <= backedUpTo || item.settledAt < now - AGAIN.most)
    .delete()
}

/** [SY50] Counted from the upload: a photo may have waited long for a network. */
const prunePhotos = async (
  database: PhoneDatabase,
  now: Instant,
  inBackup: ReadonlySet<string>,
) => {
  await database.photos
    .where('state')
    .equals('confirmed')
    .and(({ sha256, takenAt, confirmedAt = takenAt }) => {
      const age = now - confirmedAt
      return age > AGAIN.most || (age > AGAIN.least && inBackup.has(sha256))
    })
    .delete()
}

/** [ST6] What was settled long ago leaves the phone; what the server may need again stays longer. */
export const prune = (database: PhoneDatabase, now: Instant): Promise<void> =>
  database.transaction('rw', database.tables, async () => {
    const backedUpTo = (await readMeta(database, 'backedUpTo')) ?? 0
    const keptDays = (await readMeta(database, 'keptDays')) ?? KEPT_DAYS
    await dropDiscarded(database, now)
    const unsent = new Set((await database.outbox.toArray()).map(({ key }) => key))
    await prunePhotos(database, now, await photosBackedUp(database, backedUpTo, unsent))
    await pruneRecords(database, now - keptDays * DAY, unsent)
    await pruneJournal(database, now, backedUpTo)
  })
