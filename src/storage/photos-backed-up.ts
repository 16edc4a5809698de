import { KIND_NAMES } from '../domain/kind-table'
import { anyKind } from '../protocol/apply-change'
import type { PhoneDatabase } from './phone-database'
import { recordKey } from './record-key'

/**
 * Photos a backup holds for sure: a row no newer than the backup names them and does not miss them,
 * because a photo that arrives gives its rows a new revision. Of rows with unsent acts on top nothing
 * is sure.
 */
export const photosBackedUp = async (
  database: PhoneDatabase,
  backedUpTo: number,
  unsent: ReadonlySet<string>,
): Promise<ReadonlySet<string>> => {
  const found = new Set<string>()
  for (const kind of KIND_NAMES)
    await database.held(kind).each(({ id, record, revision, photosMissing }) => {
      if (revision === 0 || revision > backedUpTo || unsent.has(recordKey(kind, id))) return
      for (const { sha256 } of anyKind(kind).photosOf(record))
        if (!photosMissing.includes(sha256)) found.add(sha256)
    })
  return found
}
