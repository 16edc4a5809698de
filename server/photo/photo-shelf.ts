import { randomBytes } from 'node:crypto'
import { createReadStream, mkdirSync } from 'node:fs'
import { copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { CompanyId } from '../../src/domain/id'

const flush = async (path: string): Promise<void> => {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Photos on disk, each under the hash of its bytes, companies apart. */
export class PhotoShelf {
  constructor(readonly root: string) {
    mkdirSync(this.uploads, { recursive: true })
  }

  /** Where uploads grow until they are whole. */
  get uploads(): string {
    return join(this.root, 'uploads')
  }

  pathOf(company: CompanyId, sha256: string): string {
    return join(this.root, company, sha256.slice(0, 2), sha256)
  }

  /** Its length in bytes, or null when it is not here. */
  async lengthOf(company: CompanyId, sha256: string): Promise<number | null> {
    try {
      return (await stat(this.pathOf(company, sha256))).size
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
      throw error
    }
  }

  /** On disk for good before anybody is told: written beside, flushed, then renamed. */
  async keep(company: CompanyId, sha256: string, from: string): Promise<void> {
    const to = this.pathOf(company, sha256)
    const half = `${to}.${randomBytes(8).toString('hex')}`
    await mkdir(dirname(to), { recursive: true })
    await copyFile(from, half)
    await flush(half)
    await rename(half, to)
    await flush(dirname(to))
  }

  read(company: CompanyId, sha256: string) {
    return createReadStream(this.pathOf(company, sha256))
  }

  async remove(company: CompanyId, sha256: string): Promise<void> {
    await rm(this.pathOf(company, sha256), { force: true })
  }
}
