import { DataStore, Upload } from '@tus/server'
import { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import type { Instant } from '../../src/domain/instant'
import type { BucketObject, BucketObjects } from './bucket-objects'
import type { GrowingUploads } from './growing-uploads'
import { TusFailure } from './tus-failure'

const UPLOADS = 'uploads/'
/** Comes after every piece in the order of names. */
const KNOWN = 'known'
/** Pieces are listed in the order of their names: all offsets have as many digits. */
const DIGITS = 10

type Known = ConstructorParameters<typeof Upload>[0]

const under = (id: string) => `${UPLOADS}${id}/`
const isPiece = ({ key }: BucketObject): boolean => !key.endsWith(KNOWN)

/** All that came, also when the line broke: a cut call's bytes count. */
const whatCame = async (from: Readable) => {
  const parts: Buffer[] = []
  try {
    for await (const part of from as AsyncIterable<Buffer>) parts.push(part)
    return { bytes: Buffer.concat(parts), isCut: false }
  } catch {
    return { bytes: Buffer.concat(parts), isCut: true }
  }
}

/**
 * Uploads in a bucket: what tus knows of one, and the bytes of each call as an object of their own, put
 * together when it is read. S3's own parts begin at 5 MB, which a photo seldom has.
 */
export class BucketUploads extends DataStore implements GrowingUploads {
  readonly files = this
  override readonly extensions = ['creation', 'termination']

  constructor(private readonly objects: BucketObjects) {
    super()
  }

  override async create(upload: Upload): Promise<Upload> {
    await this.objects.put(under(upload.id) + KNOWN, JSON.stringify(upload))
    return upload
  }

  override async write(from: Readable, id: string, offset: number): Promise<number> {
    const { bytes, isCut } = await whatCame(from)
    const piece = under(id) + String(offset).padStart(DIGITS, '0')
    if (bytes.length > 0) await this.objects.put(piece, bytes)
    if (isCut) throw new TusFailure(500)
    return offset + bytes.length
  }

  override async getUpload(id: string): Promise<Upload> {
    const held = await this.objects.under(under(id))
    if (held.every(isPiece)) throw new TusFailure(404)
    const known = JSON.parse(await text(await this.objects.read(under(id) + KNOWN))) as Known
    const offset = held.filter(isPiece).reduce((sum, { bytes }) => sum + bytes, 0)
    return new Upload({ ...known, id, offset })
  }

  async read(id: string): Promise<Readable> {
    const held = await this.objects.under(under(id))
    return Readable.from(this.#joined(held.filter(isPiece)))
  }

  override async remove(id: string): Promise<void> {
    const held = await this.objects.under(under(id))
    await this.objects.remove(held.map(({ key }) => key))
  }

  async sweep(before: Instant): Promise<number> {
    const newest = new Map<string, number>()
    for (const { key, changedAt } of await this.objects.under(UPLOADS)) {
      const id = key.split('/')[1] ?? ''
      newest.set(id, Math.max(newest.get(id) ?? 0, changedAt))
    }
    const old = [...newest].flatMap(([id, at]) => (at < before ? [id] : []))
    for (const id of old) await this.remove(id)
    return old.length
  }

  async *#joined(pieces: readonly BucketObject[]) {
    for (const { key } of pieces) yield await buffer(await this.objects.read(key))
  }
}
