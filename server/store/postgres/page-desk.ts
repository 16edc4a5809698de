import type { Sql } from 'postgres'
import type { CompanyId } from '../../../src/domain/id'
import type { Page, PageQuery } from '../call'
import { readPages } from './read-pages'

interface Asking {
  readonly query: PageQuery
  readonly resolve: (page: Page | null) => void
  readonly reject: (error: unknown) => void
}

/** So many pages at most in one statement. */
const MOST = 32

/**
 * Pages that are asked for in the same moment are read together: calls that were committed together come
 * for their rows together.
 */
export class PageDesk {
  readonly #asking = new Map<CompanyId, Asking[]>()

  constructor(private readonly sql: Sql) {}

  ask(company: CompanyId, query: PageQuery): Promise<Page | null> {
    return new Promise((resolve, reject) => {
      const asking = this.#asking.get(company) ?? []
      asking.push({ query, resolve, reject })
      this.#asking.set(company, asking)
      if (asking.length === 1) setImmediate(() => void this.#answer(company))
    })
  }

  async #answer(company: CompanyId): Promise<void> {
    const asking = this.#asking.get(company) ?? []
    this.#asking.delete(company)
    for (let at = 0; at < asking.length; at += MOST)
      await this.#answerSome(company, asking.slice(at, at + MOST))
  }

  async #answerSome(company: CompanyId, asking: readonly Asking[]): Promise<void> {
    try {
      const pages = await readPages(
        this.sql,
        company,
        asking.map(({ query }) => query),
      )
      for (const [index, { resolve }] of asking.entries()) resolve(pages[index] ?? null)
    } catch (error) {
      for (const { reject } of asking) reject(error)
    }
  }
}
