import type { Readable } from 'node:stream'
import type { CompanyId } from '../../src/domain/id'

/** Photos for good, each under the hash of its bytes, companies apart. */
export interface PhotoShelf {
  /** Its length in bytes, or null when it is not here. */
  lengthOf(company: CompanyId, sha256: string): Promise<number | null>
  /** There for good when this ends: only then is anybody told. Twice does no harm. */
  keep(company: CompanyId, sha256: string, content: Readable): Promise<void>
  read(company: CompanyId, sha256: string): Promise<Readable>
  remove(company: CompanyId, sha256: string): Promise<void>
  isEmpty(): Promise<boolean>
}
