import * as v from 'valibot'
import type { Immutable } from '../../src/domain/immutable'

/** The first entry of a backup: what it holds and which builds can take it. */
export const manifestSchema = v.object({
  format: v.literal(1),
  madeAt: v.number(),
  /** The newest step of the database's shape when it was made. */
  migration: v.string(),
  tables: v.array(v.object({ name: v.string(), columns: v.array(v.string()) })),
  /** How far each company's work is in it. */
  versions: v.array(v.object({ company: v.string(), version: v.number() })),
})

export type Manifest = Immutable<v.InferOutput<typeof manifestSchema>>

/** The last entry: the SHA-256 of every entry before it, by name. Without it a file is cut off. */
export const checksumsSchema = v.record(v.string(), v.string())

export const MANIFEST = 'manifest.json'
export const CHECKSUMS = 'checksums.json'

/** A table's rows travel in pieces, so that none has to fit in memory. */
export const tablePiece = (table: string, piece: number) =>
  `table/${table}/${String(piece).padStart(6, '0')}`

export const photoEntry = (company: string, sha256: string) => `photo/${company}/${sha256}`

export type EntryName =
  | { readonly is: 'table'; readonly table: string }
  | { readonly is: 'photo'; readonly company: string; readonly sha256: string }
  | { readonly is: 'other' }

const TABLE = /^table\/([a-z_]+)\/\d{6,}$/
const PHOTO = /^photo\/([0-9a-f-]{36})\/([0-9a-f]{64})$/

export const readEntryName = (name: string): EntryName => {
  const [, table] = TABLE.exec(name) ?? []
  if (table) return { is: 'table', table }
  const [, company, sha256] = PHOTO.exec(name) ?? []
  return company && sha256 ? { is: 'photo', company, sha256 } : { is: 'other' }
}
