import { randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream, mkdirSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { CompanyId } from '../../src/domain/id'
import { flush } from '../flush'
import type { PhotoShelf } from './photo-shelf'

const UPLOADS = 'uploads'

/** Photos in a folder. */
export class DiskShelf implements PhotoShelf {
  constructor(readonly root: string) {
    mkdirSync(this.uploads, { recursive: true })
  }

  get uploads(): string {
    return join(this.root, UPLOADS)
  }

  pathOf(company: CompanyId, sha256: string): string {
    return join(this.root, company, sha256.slice(0, 2), sha256)
  }

  async lengthOf(company: CompanyId, sha256: string): Promise<number | null> {
    try {
      return (await stat(this.pathOf(company, sha256))).size
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
      throw error
    }
  }

  /** Written beside, flushed, then renamed; of one that breaks off nothing is left. */
  async keep(company: CompanyId, sha256: string, content: Readable): Promise<void> {
    const to = this.pathOf(company, sha256)
    const half = `${to}.${randomBytes(8).toString('hex')}`
    await mkdir(dirname(to), { recursive: true })
    try {
      await pipeline(content, createWriteStream(half))
      await flush(half)
      await rename(half, to)
    } catch (error) {
      await rm(half, { force: true })
      throw error
    }
    await flush(dirname(to))
  }

  read(company: CompanyId, sha256: string): Promise<Readable> {
    return Promise.resolve(createReadStream(this.pathOf(company, sha256)))
  }

  async remove(company: CompanyId, sha256: string): Promise<void> {
    await rm(this.pathOf(company, sha256), { force: true })
  }

  async isEmpty(): Promise<boolean> {
    return (await readdir(this.root)).every((name) => name === UPLOADS)
  }
}
