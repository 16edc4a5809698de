import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import * as v from 'valibot'
import { companyIdSchema, type CompanyId } from '../../src/domain/id'
import { sha256Schema } from '../../src/domain/photo'
import { scopeSchema, type Scope } from '../../src/domain/scope'
import type { Erasure, ErasureTrace } from '../store/stored'
import { erasureSchema } from './erasure-schema'

export interface LedgerLine {
  readonly company: CompanyId
  readonly erasure: Erasure & ErasureTrace
}

const lineSchema = v.object({
  company: companyIdSchema,
  ...erasureSchema.entries,
  scopes: v.array(scopeSchema),
  photos: v.array(sha256Schema),
})

const flush = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const readLine = (text: string): LedgerLine | null => {
  try {
    const read = v.safeParse(lineSchema, JSON.parse(text))
    if (!read.success) return null
    const { company, record, scopes, ...rest } = read.output
    return { company, erasure: { ...rest, id: record, scopes: scopes as Scope[] } }
  } catch {
    // Torn by a power cut: it was never acknowledged.
    return null
  }
}

/**
 * [SY27] Erasures written down outside the database, so that a restored backup can be told of those it
 * forgot. Only ever grows; each line is on disk before the record goes.
 */
export class ErasureLedger {
  constructor(readonly path: string) {}

  async append({ company, erasure }: LedgerLine): Promise<void> {
    const { kind, id, at, by, reason, scopes, photos } = erasure
    const line = { company, kind, record: id, at, by, reason, scopes, photos }
    await mkdir(dirname(this.path), { recursive: true })
    const file = await open(this.path, 'a', 0o600)
    try {
      // The break comes first: a line that was torn before must not swallow this one.
      await file.write(`\n${JSON.stringify(line)}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
    await flush(dirname(this.path))
  }

  /** Every erasure once, the oldest first, and how many lines could not be read. */
  async read(): Promise<{ readonly lines: readonly LedgerLine[]; readonly torn: number }> {
    const text = await readFile(this.path, 'utf8').catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
      throw error
    })
    const written = text.split('\n').filter((line) => line !== '')
    const read = written.map(readLine).filter((line) => line !== null)
    const nameOf = ({ company, erasure }: LedgerLine) => `${company}/${erasure.kind}/${erasure.id}`
    const lines = [...new Map(read.map((line) => [nameOf(line), line])).values()]
    return { lines, torn: written.length - read.length }
  }
}
