import { text } from 'node:stream/consumers'
import type { Sql } from 'postgres'
import type { CompanyId } from '../../src/domain/id'
import type { PhotoShelf } from '../photo/photo-shelf'
import { migrate, migrateTo } from '../store/migration/migrate'
import { kyselyOver } from '../store/postgres/postgres-store'
import { readEntryName, type Manifest } from './manifest'
import { checkBackup, DamagedBackup, eachEntry } from './read-backup'
import { tableShapes } from './table-shape'

/** Restoring never mixes two histories. */
export class NotEmpty extends Error {
  constructor(what: string) {
    super(`Nothing was restored: ${what} is not empty. Name another DATA_DIR or an empty database.`)
  }
}

export interface Restored {
  readonly madeAt: number
  readonly photos: number
}

const refuseFull = async (sql: Sql, shelf: PhotoShelf): Promise<void> => {
  for (const { name } of await tableShapes(sql)) {
    const [row] = await sql`select 1 from ${sql(name)} limit 1`
    if (row) throw new NotEmpty('the database')
  }
  if (!(await shelf.isEmpty())) throw new NotEmpty('the photo store')
}

const copyIn = async (sql: Sql, manifest: Manifest, path: string): Promise<void> => {
  // Named in full: without its schema the table "record" would be taken for a type of that name.
  const [here] = await sql<{ schema: string }[]>`select current_schema() as schema`
  const schema = here?.schema ?? 'public'
  const columnsOf = new Map(manifest.tables.map(({ name, columns }) => [name, columns]))
  await eachEntry(path, async (name, content) => {
    const entry = readEntryName(name)
    if (entry.is !== 'table') return
    const columns = columnsOf.get(entry.table)
    if (!columns) throw new DamagedBackup(`it has rows of ${entry.table} but not its columns.`)
    const rows = `[${(await text(content)).split('\n').join(',')}]`
    await sql`insert into ${sql(entry.table)} (${sql([...columns])})
      select ${sql([...columns])}
      from json_populate_recordset(null::${sql(schema)}.${sql(entry.table)}, ${rows}::text::json)`
  })
}

const restorePhotos = async (shelf: PhotoShelf, path: string): Promise<number> => {
  let photos = 0
  await eachEntry(path, async (name, content) => {
    const entry = readEntryName(name)
    if (entry.is !== 'photo') return
    await shelf.keep(entry.company as CompanyId, entry.sha256, content)
    photos += 1
  })
  return photos
}

/**
 * [BK3] [BK4] Reads the whole file before it touches anything, refuses a target that is not empty, then takes all
 * tables in one transaction: cut off, nothing is there. Phones notice by the marks of the history.
 */
export const restoreBackup = async (
  sql: Sql,
  shelf: PhotoShelf,
  path: string,
): Promise<Restored> => {
  const manifest = await checkBackup(path)
  const database = kyselyOver(sql)
  await refuseFull(sql, shelf)
  await migrateTo(database, manifest.migration)
  const photos = await restorePhotos(shelf, path)
  await sql.begin((transaction) => copyIn(transaction as unknown as Sql, manifest, path))
  await migrate(database)
  return { madeAt: manifest.madeAt, photos }
}
