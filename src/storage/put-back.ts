import type { NameId } from '../domain/id'
import type { KindName } from '../domain/kind-table'
import { askAnew } from './asked-anew'
import { readMeta } from './meta'
import { pendingItems } from './pending'
import type { PhoneDatabase } from './phone-database'
import { putHeld } from './put-held'
import { readKey, recordKey } from './record-key'

const putBackRecord = async (
  database: PhoneDatabase,
  kind: KindName,
  id: string,
  nameId: NameId,
): Promise<void> => {
  const key = recordKey(kind, id)
  const shadow = await database.shadows.get(key)
  if (!shadow) return askAnew(database, key)
  const epochs = (await readMeta(database, 'scopeEpochs')) ?? {}
  const epoch = shadow.row ? (epochs[shadow.row.scope] ?? 0) : 0
  const pending = await pendingItems(database, key)
  await putHeld(database, kind, id, { row: shadow.row, epoch }, pending, nameId)
}

/**
 * [ST12] After something of a record was set aside: with unsent acts on it the phone has all it takes to
 * make it anew, else the server has. Acts that wait stay where they are.
 */
export const putBack = async (
  database: PhoneDatabase,
  key: string,
  nameId: NameId,
): Promise<void> => {
  const named = readKey(key)
  if (named) await putBackRecord(database, named.kind, named.id, nameId)
}
