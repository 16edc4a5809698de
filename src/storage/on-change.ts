import { Dexie } from 'dexie'
import { TABLE_OF, type PhoneDatabase } from './phone-database'

/** Whenever any record, draft or unsent act is written, in this tab or another. */
export const onChange = (database: PhoneDatabase, changed: () => void): void => {
  const names = [...Object.values(TABLE_OF), 'outbox', 'drafts']
  const parts = names.map((name) => `idb://${database.name}/${name}/`)
  Dexie.on('storagemutated', (written) => {
    const isHere = (key: string) => key === 'all' || parts.some((part) => key.startsWith(part))
    if (Object.keys(written).some(isHere)) changed()
  })
}
