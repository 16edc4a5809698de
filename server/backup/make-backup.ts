import type { Sql } from 'postgres'
import type { CompanyId } from '../../src/domain/id'
import type { Instant } from '../../src/domain/instant'
import type { PhotoShelf } from '../photo/photo-shelf'
import { BackupWriter } from './backup-writer'
import { MANIFEST, photoEntry, tablePiece, type Manifest } from './manifest'
import { newestMigration, tableShapes, type TableShape } from './table-shape'

export interface BackupMade {
  readonly bytes: number
  readonly photos: number
  /** Photos the database knows and the shelf has not; zero unless somebody took them away. */
  readonly photosMissing: number
}

const PIECE = 4 * 1024 * 1024
const ROWS_AT_ONCE = 500

/** A row a line, as JSON the database wrote itself: no number passes through ours. */
const addTable = async (sql: Sql, writer: BackupWriter, { name }: TableShape) => {
  const rows = sql<{ line: string }[]>`
    select row_to_json(each)::text as line from ${sql(name)} each`.cursor(ROWS_AT_ONCE)
  let lines: string[] = []
  let held = 0
  let piece = 0
  const put = async () => {
    await writer.add(tablePiece(name, piece), lines.join('\n'))
    lines = []
    held = 0
    piece += 1
  }
  for await (const batch of rows) {
    for (const { line } of batch) {
      lines.push(line)
      held += line.length
    }
    if (held >= PIECE) await put()
  }
  if (held > 0) await put()
}

const addPhotos = async (sql: Sql, writer: BackupWriter, shelf: PhotoShelf) => {
  const named = await sql<{ company: CompanyId; sha256: string }[]>`
    select company, sha256 from photo order by company, sha256`
  let missing = 0
  for (const { company, sha256 } of named) {
    const size = await shelf.lengthOf(company, sha256)
    if (size === null) missing += 1
    else {
      const content = await shelf.read(company, sha256)
      await writer.addStream(photoEntry(company, sha256), size, content)
    }
  }
  return { photos: named.length - missing, photosMissing: missing }
}

const writeAll = async (sql: Sql, writer: BackupWriter, shelf: PhotoShelf, now: Instant) => {
  const migration = await newestMigration(sql)
  if (migration === null) throw new Error('This database was never used: there is nothing in it.')
  const tables = await tableShapes(sql)
  const versions = await sql<{ company: string; version: number }[]>`
    select company, version from company_version order by company`
  const manifest: Manifest = { format: 1, madeAt: now, migration, tables, versions: [...versions] }
  await writer.add(MANIFEST, JSON.stringify(manifest))
  for (const table of tables) await addTable(sql, writer, table)
  return { versions: manifest.versions, ...(await addPhotos(sql, writer, shelf)) }
}

/**
 * [BK1] [BK2] One consistent file while everybody works: tables from one snapshot, then the photos that snapshot
 * names, which never change once they are there. Only a finished file is told to phones (`backedUpTo`).
 */
export const makeBackup = async (
  sql: Sql,
  shelf: PhotoShelf,
  path: string,
  now: Instant,
): Promise<BackupMade> => {
  const writer = new BackupWriter(path)
  try {
    const written = await sql.begin('isolation level repeatable read read only', (snapshot) =>
      // postgres types a transaction apart from a pool; both are asked the same way.
      writeAll(snapshot as unknown as Sql, writer, shelf, now),
    )
    const bytes = await writer.finish()
    for (const { company, version } of written.versions)
      await sql`update company_version set backed_up_to = greatest(backed_up_to, ${version})
        where company = ${company}`
    return { bytes, photos: written.photos, photosMissing: written.photosMissing }
  } catch (error) {
    await writer.abandon()
    throw error
  }
}
