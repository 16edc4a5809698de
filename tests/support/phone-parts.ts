import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { createHash } from 'node:crypto'
import type { SyncParts } from '../../src/sync/create-sync'
import type { SyncWire } from '../../src/sync/wire'
import { PhoneDatabase } from '../../src/storage/phone-database'
import type { Author } from '../../src/storage/save-acts'
import type { StaffId } from '../../src/domain/id'
import { nameId, newId } from './build/ids'

/** A phone's disk that outlives the app on it. */
export class PhoneDisk {
  readonly #factory: IDBFactory

  constructor(factory = new IDBFactory()) {
    this.#factory = factory
  }

  /** `prepare`: what is done to the database before it opens. */
  async open(
    name = 'mengya/test',
    prepare: (database: PhoneDatabase) => void = () => undefined,
  ): Promise<PhoneDatabase> {
    const database = new PhoneDatabase(name, this.#factory, IDBKeyRange)
    prepare(database)
    await database.open()
    return database
  }
}

export const author = (staff: StaffId, at: number): Author => ({
  ...{ staff, at, clockOffset: null, newId, nameId },
})

export const hashOf = async (blob: Blob): Promise<string> =>
  createHash('sha256')
    .update(new Uint8Array(await blob.arrayBuffer()))
    .digest('hex')

export const syncParts = (
  database: PhoneDatabase,
  staff: StaffId,
  wire: SyncWire,
  now: () => number,
): SyncParts => ({
  ...{ database, staff, wire, now, newId, nameId, app: 'test', hashOf },
  maySendPhotos: () => Promise.resolve(true),
  photos: { send: () => Promise.resolve({ is: 'confirmed' }) },
  oneTab: async (work) => {
    await work(new AbortController().signal)
    return true
  },
  after: () => () => undefined,
})
