import type { DataStore } from '@tus/server'
import type { Readable } from 'node:stream'
import type { Instant } from '../../src/domain/instant'

/** Where uploads grow until they are whole, for tus. */
export interface GrowingUploads {
  readonly files: DataStore
  /** The bytes of a whole one, each time from the beginning. */
  read(id: string): Promise<Readable>
  /** All of one, finished or not. */
  remove(id: string): Promise<void>
  /** Removes those nobody added to since; how many. */
  sweep(before: Instant): Promise<number>
}
