import { Dexie, type Table } from 'dexie'
import { onChange } from './on-change'
import type { PhoneDatabase } from './phone-database'

export interface RowReader {
  /** From now on it is read, and again whenever anything in the table changes. */
  follow(id: string): void
  leave(id: string): void
}

/**
 * The rows on a screen, read together: to follow each by itself costs a slow phone a transaction a row,
 * which a list that is flung cannot pay. One question at a time, so no answer overtakes a newer one.
 */
export const createRowReader = <Row>(
  database: PhoneDatabase,
  table: Table<Row, string>,
  tell: (id: string, row: Row | undefined) => void,
): RowReader => {
  const followed = new Set<string>()
  const wanted = new Set<string>()
  let isReading = false

  const read = async (): Promise<void> => {
    if (isReading) return
    isReading = true
    try {
      // Whatever is asked for in the same moment is asked for together.
      await Promise.resolve()
      while (wanted.size > 0) {
        const ids = [...wanted].filter((id) => followed.has(id))
        wanted.clear()
        const rows = await table.bulkGet(ids)
        for (const [index, id] of ids.entries()) tell(id, rows[index])
      }
    } catch (error) {
      // Signed out or taken over by a newer app, it has nothing more to say.
      if (database.isOpen()) throw error
    } finally {
      isReading = false
    }
  }
  const want = (ids: Iterable<string>) => {
    for (const id of ids) wanted.add(id)
    void Dexie.ignoreTransaction(read)
  }

  onChange(database, [table.name], () => {
    if (followed.size > 0) want(followed)
  })
  return {
    follow: (id) => {
      followed.add(id)
      want([id])
    },
    leave: (id) => void followed.delete(id),
  }
}
