import type { Table } from 'dexie'
import type { PhoneDatabase } from './phone-database'
import { TRIES } from './readable'
import { setRowAside, type MendRules, type RowKey } from './set-aside-damaged'
import { soundnessOf, type IsSound } from './soundness'

/** Rows looked at before the page has its turn again. */
const AT_ONCE = 100

/** Not to be had, though its key is there. */
const UNREAD = Symbol('unread')

const readOne = async (
  database: PhoneDatabase,
  table: Table<unknown, RowKey>,
  key: RowKey,
): Promise<unknown> => {
  for (let tried = 0; tried < TRIES; tried += 1)
    try {
      return await table.get(key)
    } catch (error) {
      if (!database.isOpen()) throw error
    }
  return UNREAD
}

const readSome = async (
  database: PhoneDatabase,
  table: Table<unknown, RowKey>,
  keys: readonly RowKey[],
): Promise<readonly unknown[]> => {
  try {
    return await table.bulkGet([...keys])
  } catch {
    return Promise.all(keys.map((key) => readOne(database, table, key)))
  }
}

const reads = async (isSound: IsSound, row: unknown): Promise<boolean> => {
  try {
    return await isSound(row)
  } catch {
    // It is so unlike what is asked for that the asking failed.
    return false
  }
}

const mendTable = async (
  database: PhoneDatabase,
  table: Table<unknown, RowKey>,
  isSound: IsSound,
  rules: MendRules,
): Promise<number> => {
  let found = 0
  const keys = await table.toCollection().primaryKeys()
  for (let at = 0; at < keys.length; at += AT_ONCE) {
    const some = keys.slice(at, at + AT_ONCE)
    const rows = await readSome(database, table, some)
    for (const [index, key] of some.entries()) {
      const row = rows[index]
      // Gone meanwhile.
      if (row === undefined) continue
      if (row !== UNREAD && (await reads(isSound, row))) continue
      const raw = row === UNREAD ? undefined : row
      if (await setRowAside(database, table, key, raw, rules)) found += 1
    }
  }
  return found
}

/** What others are put back from comes first. */
const FIRST = ['meta', 'shadows', 'outbox']

/** [ST12] Looks over all that is kept here; answers how much of it no longer read and was set aside. */
export const mend = async (database: PhoneDatabase, rules: MendRules): Promise<number> => {
  const all: readonly Table<unknown, RowKey>[] = database.tables
  const tables = [...all].sort(
    (one, other) => Number(FIRST.includes(other.name)) - Number(FIRST.includes(one.name)),
  )
  let found = 0
  for (const table of tables) {
    const isSound = soundnessOf(table.name)
    if (isSound) found += await mendTable(database, table, isSound, rules)
  }
  return found
}
