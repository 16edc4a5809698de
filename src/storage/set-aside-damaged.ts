import type { Table } from 'dexie'
import type { NameId } from '../domain/id'
import type { Instant } from '../domain/instant'
import { KIND_NAMES } from '../domain/kind-table'
import { damagedKey } from './damaged-item'
import { TABLE_OF, type PhoneDatabase } from './phone-database'
import { putBack } from './put-back'
import { recordKey } from './record-key'

export interface MendRules {
  readonly now: Instant
  readonly nameId: NameId
}

export type RowKey = string | number

const textIn = (raw: unknown, field: string): string | null => {
  if (typeof raw !== 'object' || raw === null) return null
  const value = (raw as Readonly<Record<string, unknown>>)[field]
  return typeof value === 'string' ? value : null
}

/** The record a row is or speaks of. */
const recordKeyOf = (table: string, key: RowKey, raw: unknown): string | null => {
  if (table === 'shadows') return String(key)
  if (table === 'outbox') return textIn(raw, 'key')
  const kind = KIND_NAMES.find((each) => TABLE_OF[each] === table)
  return kind ? recordKey(kind, String(key)) : null
}

/** Its record still names it: it asks to be taken again. What the server has needs no such thing. */
const askToTakeAgain = async (database: PhoneDatabase, key: RowKey, raw: unknown, now: Instant) => {
  if (textIn(raw, 'state') === 'confirmed') return
  const type = textIn(raw, 'type') ?? ''
  const empty = { blob: new Blob([], { type }), type, bytes: 0, takenAt: now }
  await database.photos.put({ sha256: String(key), state: 'broken', ...empty })
}

/** Another tab may have mended it meanwhile, or a person changed it. */
const isAsFound = async (
  table: Table<unknown, RowKey>,
  key: RowKey,
  raw: unknown,
): Promise<boolean> => {
  try {
    return JSON.stringify(await table.get(key)) === JSON.stringify(raw)
  } catch {
    return raw === undefined
  }
}

/** One row out of the way, whole as it was found; `raw` is undefined where nothing can be read. */
export const setRowAside = (
  database: PhoneDatabase,
  table: Table<unknown, RowKey>,
  key: RowKey,
  raw: unknown,
  { now, nameId }: MendRules,
): Promise<boolean> =>
  database.transaction('rw', database.tables, async () => {
    const { name } = table
    if (!(await isAsFound(table, key, raw))) return false
    await database.damaged.put({
      ...{ key: damagedKey(name, key), table: name, at: now, scope: textIn(raw, 'scope') },
      ...{ why: raw === undefined ? 'unread' : 'shape', raw: raw ?? null },
    })
    await table.delete(key)
    if (name === 'photos') await askToTakeAgain(database, key, raw, now)
    const record = recordKeyOf(name, key, raw)
    if (record) await putBack(database, record, nameId)
    return true
  })
