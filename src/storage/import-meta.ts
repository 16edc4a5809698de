import type { ColumnChoice } from '../domain/import/column'
import type { ImportKept, ImportNote } from './import-kept'
import type { PhoneDatabase } from './phone-database'

/** What this device remembers of files taken in, beside what every page reads. */
export interface ImportMeta {
  /** [IM16] The file being looked through, until it is taken in or put away. */
  readonly importKept: ImportKept | null
  /** [IM5] What the columns of files looked like this are about, the last one last. */
  readonly importColumns: readonly (readonly [shape: string, columns: ColumnChoice])[]
  /** [IM17] What was taken in on this device, the last one last. */
  readonly imports: readonly ImportNote[]
}

export const readImportMeta = async <Key extends keyof ImportMeta>(
  database: PhoneDatabase,
  key: Key,
): Promise<ImportMeta[Key] | undefined> =>
  (await database.meta.get(key))?.value as ImportMeta[Key] | undefined

export const writeImportMeta = async <Key extends keyof ImportMeta>(
  database: PhoneDatabase,
  key: Key,
  value: ImportMeta[Key],
): Promise<void> => {
  await database.meta.put({ key, value })
}
