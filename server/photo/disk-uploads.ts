import { FileStore } from '@tus/file-store'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Instant } from '../../src/domain/instant'
import type { GrowingUploads } from './growing-uploads'

/** Uploads as files of a folder that is there. */
export class DiskUploads implements GrowingUploads {
  readonly files: FileStore

  constructor(private readonly folder: string) {
    this.files = new FileStore({ directory: folder })
  }

  read(id: string): Promise<Readable> {
    return Promise.resolve(this.files.read(id))
  }

  remove(id: string): Promise<void> {
    return this.files.remove(id)
  }

  async sweep(before: Instant): Promise<number> {
    let swept = 0
    for (const name of await readdir(this.folder)) {
      const path = join(this.folder, name)
      const found = await stat(path).catch(() => null)
      if (!found || found.mtimeMs >= before) continue
      await rm(path, { force: true })
      swept += 1
    }
    return swept
  }
}
