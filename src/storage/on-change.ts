import { Dexie } from 'dexie'
import { partOf } from './part-of'
import type { PhoneDatabase } from './phone-database'

/** Whenever anything is written to one of these tables, in this tab or another; answers how it ends. */
export const onChange = (
  database: PhoneDatabase,
  tables: readonly string[],
  changed: () => void,
): (() => void) => {
  const parts = tables.map((table) => partOf(database, table))
  const look = (written: object) => {
    const isHere = (key: string) => key === 'all' || parts.some((part) => key.startsWith(part))
    if (Object.keys(written).some(isHere)) changed()
  }
  Dexie.on('storagemutated', look)
  return () => Dexie.on.storagemutated.unsubscribe(look)
}
