import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { CompanyId } from '../../src/domain/id'
import type { BucketObjects } from './bucket-objects'
import type { PhotoShelf } from './photo-shelf'

const PHOTOS = 'photos/'

const keyOf = (company: CompanyId, sha256: string) => `${PHOTOS}${company}/${sha256}`

/** Photos in a bucket. */
export class BucketShelf implements PhotoShelf {
  constructor(private readonly objects: BucketObjects) {}

  lengthOf(company: CompanyId, sha256: string): Promise<number | null> {
    return this.objects.lengthOf(keyOf(company, sha256))
  }

  async keep(company: CompanyId, sha256: string, content: Readable): Promise<void> {
    await this.objects.put(keyOf(company, sha256), await buffer(content))
  }

  read(company: CompanyId, sha256: string): Promise<Readable> {
    return this.objects.read(keyOf(company, sha256))
  }

  remove(company: CompanyId, sha256: string): Promise<void> {
    return this.objects.remove([keyOf(company, sha256)])
  }

  async isEmpty(): Promise<boolean> {
    return (await this.objects.under(PHOTOS, 1)).length === 0
  }
}
