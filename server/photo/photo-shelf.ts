import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { CompanyId } from '../../src/domain/id'

/** Photos on disk, each under the hash of its bytes, companies apart. */
export class PhotoShelf {
  constructor(readonly root: string) {}

  /** Where uploads grow until they are whole. */
  get uploads(): string {
    return join(this.root, 'uploads')
  }

  pathOf(company: CompanyId, sha256: string): string {
    return join(this.root, company, sha256.slice(0, 2), sha256)
  }

  has(company: CompanyId, sha256: string): boolean {
    return existsSync(this.pathOf(company, sha256))
  }

  /** On disk for good before anybody is told: written beside, flushed, then renamed. */
  async keep(company: CompanyId, sha256: string, from: string): Promise<void> {
    const to = this.pathOf(company, sha256)
    const half = `${to}.${process.pid}.${Math.random().toString(36).slice(2)}`
    await mkdir(dirname(to), { recursive: true })
    await copyFile(from, half)
    await flush(half)
    await rename(half, to)
    await flush(dirname(to))
    await rm(from, { force: true })
  }

  read(company: CompanyId, sha256: string) {
    return createReadStream(this.pathOf(company, sha256))
  }
}

const flush = async (path: string): Promise<void> => {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

export const hashFile = (path: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const hash = createHash('sha256')
    createReadStream(path)
      .on('data', (part) => hash.update(part))
      .on('error', reject)
      .on('end', () => resolve(hash.digest('hex')))
  })

export const headOfFile = async (path: string): Promise<Uint8Array> => {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
