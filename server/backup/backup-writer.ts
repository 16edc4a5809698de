import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { pack } from 'tar-stream'
import { flush } from '../flush'
import { CHECKSUMS } from './manifest'

/** Writes a backup beside its name; only a whole one, flushed to the disk, gets the name. */
export class BackupWriter {
  readonly #pack = pack()
  readonly #sums: Record<string, string> = {}
  readonly #half: string
  readonly #written: Promise<void>

  constructor(private readonly path: string) {
    this.#half = `${path}.half`
    const file = createWriteStream(this.#half, { mode: 0o600 })
    this.#written = pipeline(this.#pack, createGzip(), file)
    // Whoever waits for an entry hears of a full disk first; this only keeps it from being unheard.
    this.#written.catch(() => undefined)
  }

  async add(name: string, bytes: Buffer | string): Promise<void> {
    const content = Buffer.from(bytes)
    this.#sums[name] = createHash('sha256').update(content).digest('hex')
    await this.#soon(
      new Promise<void>((done, fail) => {
        this.#pack.entry({ name, mode: 0o600 }, content, (error) => (error ? fail(error) : done()))
      }),
    )
  }

  async addStream(name: string, size: number, content: Readable): Promise<void> {
    const hash = createHash('sha256')
    const entry = this.#pack.entry({ name, size, mode: 0o600 })
    content.on('data', (part: Buffer) => hash.update(part))
    await this.#soon(pipeline(content, entry))
    this.#sums[name] = hash.digest('hex')
  }

  /** Answers the size of the finished file in bytes. */
  async finish(): Promise<number> {
    await this.add(CHECKSUMS, JSON.stringify(this.#sums))
    this.#pack.finalize()
    await this.#written
    await flush(this.#half)
    await rename(this.#half, this.path)
    await flush(dirname(this.path))
    return (await stat(this.path)).size
  }

  async abandon(): Promise<void> {
    this.#pack.destroy()
    await this.#written.catch(() => undefined)
    await rm(this.#half, { force: true })
  }

  /** A disk that filled up ends the wait for an entry that will never drain. */
  #soon(work: Promise<void>): Promise<void> {
    const broken = new Promise<never>((_, fail) => void this.#written.catch(fail))
    return Promise.race([work, broken])
  }
}
