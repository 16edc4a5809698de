import type { CompanyId } from '../../../src/domain/id'
import type { Instant } from '../../../src/domain/instant'
import type { PageQuery } from '../call'
import { pageFrom } from '../page'
import type { Store, StoreReader, StoreWriter } from '../store'
import { emptyState, type CompanyState } from './company-state'
import { MemoryReader } from './memory-reader'
import { MemoryWriter } from './memory-writer'

/** A store without a disk: one writer at a time, readers see whole states. */
export class MemoryStore implements Store {
  #companies = new Map<CompanyId, CompanyState>()
  #last: Promise<unknown> = Promise.resolve()

  stateOf(company: CompanyId): CompanyState {
    return this.#companies.get(company) ?? emptyState
  }

  /** A restored backup: what came after it is gone. */
  restore(company: CompanyId, state: CompanyState): void {
    this.#companies.set(company, state)
  }

  read<T>(company: CompanyId, work: (reader: StoreReader) => Promise<T>): Promise<T> {
    return work(new MemoryReader(this.stateOf(company)))
  }

  sweepGone(before: Instant): Promise<number> {
    let swept = 0
    for (const [company, state] of this.#companies) {
      const gone = state.gone.filter(({ at }) => at >= before)
      swept += state.gone.length - gone.length
      this.#companies.set(company, { ...state, gone })
    }
    return Promise.resolve(swept)
  }

  page(company: CompanyId, query: PageQuery) {
    return this.read(company, (reader) => pageFrom(reader, query))
  }

  write<T>(company: CompanyId, work: (writer: StoreWriter) => Promise<T>): Promise<T> {
    const run = async () => {
      const writer = new MemoryWriter(this.stateOf(company))
      const value = await work(writer)
      this.#companies.set(company, writer.result)
      return value
    }
    const next = this.#last.then(run, run)
    this.#last = next.catch(() => undefined)
    return next
  }
}
