import type { AnyRecord } from '../../src/domain/kind-table'
import { keyOf } from '../store/store'
import type { RecordKey, StoredRecord } from '../store/stored'

export interface WorkingRecord {
  readonly key: RecordKey
  readonly before: StoredRecord | null
  readonly body: AnyRecord | null
}

/** The records of one call as they are becoming; a group that fails leaves no trace in it. */
export class WorkingSet {
  readonly #records = new Map<string, WorkingRecord>()
  readonly #erased = new Set<string>()
  #undo: Map<string, WorkingRecord> | null = null

  constructor(keys: readonly RecordKey[], stored: readonly StoredRecord[]) {
    for (const key of keys) this.#records.set(keyOf(key), { key, before: null, body: null })
    for (const record of stored)
      this.#records.set(keyOf(record), {
        key: { kind: record.kind, id: record.id },
        before: record,
        body: record.body,
      })
  }

  get(key: RecordKey): WorkingRecord {
    return this.#records.get(keyOf(key)) ?? { key, before: null, body: null }
  }

  set(key: RecordKey, body: AnyRecord): void {
    const held = this.get(key)
    const name = keyOf(key)
    if (this.#undo && !this.#undo.has(name)) this.#undo.set(name, held)
    this.#records.set(name, { ...held, body })
  }

  /** Records that were erased: what speaks of them comes too late for good. */
  erase(names: Iterable<string>): void {
    for (const name of names) this.#erased.add(name)
  }

  isErased(key: RecordKey): boolean {
    return this.#erased.has(keyOf(key))
  }

  /** A record found to be there after the set was made. */
  hold(key: RecordKey, before: StoredRecord): void {
    this.#records.set(keyOf(key), { key, before, body: before.body })
  }

  /** Like a savepoint: what comes after can be taken back. */
  mark(): void {
    this.#undo = new Map()
  }

  rollBack(): void {
    for (const [name, record] of this.#undo ?? []) this.#records.set(name, record)
    this.#undo = null
  }

  /** What was published is there from now on. */
  settle(records: readonly StoredRecord[]): void {
    for (const record of records) this.hold({ kind: record.kind, id: record.id }, record)
  }

  /** Records that were not there before. */
  created(): readonly RecordKey[] {
    return [...this.#records.values()]
      .filter(({ before, body }) => before === null && body !== null)
      .map(({ key }) => key)
  }

  /** What has to be written. */
  changed(): readonly WorkingRecord[] {
    return [...this.#records.values()].filter(
      ({ before, body }) => body !== null && body !== before?.body,
    )
  }
}
