import { NotFound, S3 } from '@aws-sdk/client-s3'
import { Readable } from 'node:stream'
import type { Bucket } from './bucket'

export interface BucketObject {
  readonly key: string
  readonly bytes: number
  readonly changedAt: number
}

/** S3 deletes so many at once. */
const MOST = 1_000

/** The objects of a bucket: put whole or not at all, and there for good once a put has ended. */
export class BucketObjects {
  readonly #s3: S3
  readonly #Bucket: string

  /** Checksums only where S3 asks for them: not every S3 server knows the newer ones. */
  constructor({ name, endpoint, region }: Bucket) {
    this.#Bucket = name
    this.#s3 = new S3({
      region,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      ...(endpoint === null ? {} : { endpoint, forcePathStyle: true }),
    })
  }

  async put(key: string, body: Buffer | string): Promise<void> {
    await this.#s3.putObject({ Bucket: this.#Bucket, Key: key, Body: body })
  }

  async lengthOf(key: string): Promise<number | null> {
    try {
      const { ContentLength } = await this.#s3.headObject({ Bucket: this.#Bucket, Key: key })
      return ContentLength ?? null
    } catch (error) {
      if (error instanceof NotFound) return null
      throw error
    }
  }

  async read(key: string): Promise<Readable> {
    const { Body } = await this.#s3.getObject({ Bucket: this.#Bucket, Key: key })
    if (!(Body instanceof Readable)) throw new Error(`the bucket gave no bytes of ${key}`)
    return Body
  }

  /** In the order of their keys; at most so many, or all. */
  async under(prefix: string, most = Infinity): Promise<readonly BucketObject[]> {
    const found: BucketObject[] = []
    let from: string | undefined
    do {
      const page = await this.#s3.listObjectsV2({
        ...{ Bucket: this.#Bucket, Prefix: prefix, MaxKeys: Math.min(most, MOST) },
        ...(from === undefined ? {} : { ContinuationToken: from }),
      })
      for (const { Key = '', Size = 0, LastModified } of page.Contents ?? [])
        found.push({ key: Key, bytes: Size, changedAt: LastModified?.getTime() ?? 0 })
      from = page.NextContinuationToken
    } while (from !== undefined && found.length < most)
    return found
  }

  async remove(keys: readonly string[]): Promise<void> {
    for (let at = 0; at < keys.length; at += MOST) {
      const Objects = keys.slice(at, at + MOST).map((Key) => ({ Key }))
      await this.#s3.deleteObjects({ Bucket: this.#Bucket, Delete: { Objects } })
    }
  }
}
