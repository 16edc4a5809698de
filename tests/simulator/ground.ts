import type { Store } from '../../server/store/store'
import type { StoredRecord } from '../../server/store/stored'
import type { MemoryStore } from '../../server/store/memory/memory-store'
import type { CompanyId } from '../../src/domain/id'

/** What stands in a server's database, for those who look a story over. */
export interface Held {
  readonly records: readonly StoredRecord[]
  readonly photos: ReadonlySet<string>
  /** How often a record left a scope for another. */
  readonly moved: number
}

/** The database of a story's server: one that is backed up, and later stands where it was then. */
export interface Ground {
  readonly store: Store
  look(): Promise<Held>
  /** Phones hear from now on how far it reaches. */
  backUp(): Promise<void>
  /** Everything is as it was at the last backup, but for who may what. False where there was none. */
  restore(): Promise<boolean>
}

export const memoryGround = (store: MemoryStore, company: CompanyId): Ground => {
  let backup: ReturnType<MemoryStore['stateOf']> | null = null
  return {
    store,
    look() {
      const { records, photos, gone } = store.stateOf(company)
      const moved = gone.filter(({ why }) => why === 'moved').length
      return Promise.resolve({
        ...{ records: [...records.values()], photos: new Set(photos.keys()), moved },
      })
    },
    backUp() {
      backup = store.stateOf(company)
      store.restore(company, { ...backup, backedUpTo: backup.version })
      return Promise.resolve()
    },
    restore() {
      if (!backup) return Promise.resolve(false)
      const { periods } = store.stateOf(company)
      store.restore(company, { ...backup, periods })
      return Promise.resolve(true)
    },
  }
}
