import type { Table } from 'dexie'
import type { NameId } from '../domain/id'
import type { Instant } from '../domain/instant'
import { KIND_NAMES } from '../domain/kind-table'
import { freeDamagedKey } from './free-damaged-key'
import { TABLE_OF, type PhoneDatabase } from './phone-database'
import { putBack } from './put-back'
import { isReadable } from './readable'
import { readKey, recordKey } from './record-key'
import { holdBackTorn, inIndex } from './torn-group'

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
const recordKeyOf = async (
  database: PhoneDatabase,
  table: string,
  key: RowKey,
  raw: unknown,
): Promise<string | null> => {
  if (table === 'shadows') return String(key)
  if (table === 'outbox') return textIn(raw, 'key') ?? inIndex(database, 'key', key)
  const kind = KIND_NAMES.find((each) => TABLE_OF[each] === table)
  return kind ? recordKey(kind, String(key)) : null
}

const groupOf = async (
  database: PhoneDatabase,
  key: RowKey,
  raw: unknown,
): Promise<string | null> => {
  const change = typeof raw === 'object' && raw !== null && 'change' in raw ? raw.change : null
  return textIn(change, 'group') ?? inIndex(database, 'change.group', key)
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

/** Its own, its row's, or that of the record it is about as the phone holds it: with that it leaves. */
const scopeOf = async (
  database: PhoneDatabase,
  raw: unknown,
  record: string | null,
): Promise<string | null> => {
  const row = typeof raw === 'object' && raw !== null && 'row' in raw ? raw.row : null
  const own = textIn(raw, 'scope') ?? textIn(row, 'scope')
  const named = own === null && record !== null ? readKey(record) : null
  if (!named) return own
  const held = await database
    .held(named.kind)
    .get(named.id)
    .catch(() => undefined)
  return held?.scope ?? null
}

/** Bytes the browser lost cannot be written again either: all but them is kept. */
const withoutLostBytes = async (raw: unknown): Promise<unknown> => {
  if (typeof raw !== 'object' || raw === null) return raw
  const parts = await Promise.all(
    Object.entries(raw).map(async ([field, value]) => {
      if (!(value instanceof Blob)) return [field, value] as const
      const isThere = await isReadable(value)
      return [field, isThere ? value : null] as const
    }),
  )
  return Object.fromEntries(parts)
}

/** One row out of the way, whole as it was found; `raw` is undefined where nothing can be read. */
export const setRowAside = async (
  database: PhoneDatabase,
  table: Table<unknown, RowKey>,
  key: RowKey,
  raw: unknown,
  { now, nameId }: MendRules,
): Promise<boolean> => {
  const kept = await withoutLostBytes(raw)
  return database.transaction('rw', database.tables, async () => {
    const { name } = table
    if (!(await isAsFound(table, key, raw))) return false
    const record = await recordKeyOf(database, name, key, raw)
    const group = name === 'outbox' ? await groupOf(database, key, raw) : null
    await database.damaged.put({
      ...{
        key: await freeDamagedKey(database, name, key),
        table: name,
        at: now,
        scope: await scopeOf(database, raw, record),
      },
      ...{ why: raw === undefined ? 'unread' : 'shape', raw: kept ?? null },
    })
    await table.delete(key)
    if (name === 'photos') await askToTakeAgain(database, key, raw, now)
    if (group !== null) await holdBackTorn(database, group)
    if (record) await putBack(database, record, nameId)
    return true
  })
}
