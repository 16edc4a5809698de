import type { Kysely } from 'kysely'
import type { CompanyId } from '../../src/domain/id'
import type { Scope } from '../../src/domain/scope'
import type { Tables } from '../store/postgres/tables'

/** Somebody to be told; `poke` may be exchanged while they wait. */
export interface Listener {
  readonly company: CompanyId
  readonly scopes: readonly Scope[]
  poke: () => void
}

const LOOK_EVERY = 1_000

/**
 * Looks at the version counters once a second and pokes those whose scopes changed. No LISTEN/NOTIFY:
 * this works on every engine and across any number of server processes.
 */
export class VersionWatch {
  readonly #listeners = new Set<Listener>()
  readonly #seen = new Map<string, number>()
  #timer: NodeJS.Timeout | null = null
  #isLooking = false

  constructor(
    private readonly db: Kysely<Tables>,
    private readonly onFault: (error: unknown) => void,
  ) {}

  /** Resolves once the counter was read: whatever is committed after that pokes. */
  async listen(listener: Listener): Promise<() => void> {
    this.#listeners.add(listener)
    this.#timer ??= setInterval(() => this.lookSoon(), LOOK_EVERY).unref()
    if (!this.#seen.has(listener.company)) await this.#first(listener.company)
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size > 0 || this.#timer === null) return
      clearInterval(this.#timer)
      this.#timer = null
      this.#seen.clear()
    }
  }

  lookSoon(): void {
    if (this.#listeners.size === 0 || this.#isLooking) return
    this.#isLooking = true
    void this.#look()
      .catch(this.onFault)
      .finally(() => (this.#isLooking = false))
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer)
    this.#timer = null
    this.#listeners.clear()
  }

  async #first(company: CompanyId): Promise<void> {
    const row = await this.db
      .selectFrom('company_version')
      .select('version')
      .where('company', '=', company)
      .executeTakeFirst()
    if (!this.#seen.has(company)) this.#seen.set(company, row?.version ?? 0)
  }

  async #look(): Promise<void> {
    const companies = [...new Set([...this.#listeners].map(({ company }) => company))]
    const rows = await this.db
      .selectFrom('company_version')
      .select(['company', 'version'])
      .where('company', 'in', companies)
      .execute()
    for (const { company, version } of rows) {
      const before = this.#seen.get(company)
      this.#seen.set(company, version)
      if (before === undefined || before === version) continue
      const changed = await this.#changedScopes(company, before)
      for (const listener of this.#listeners)
        if (listener.company === company && listener.scopes.some((scope) => changed.has(scope)))
          listener.poke()
    }
  }

  async #changedScopes(company: string, after: number): Promise<ReadonlySet<string>> {
    const rows = await this.db
      .selectFrom('record')
      .select('scope')
      .distinct()
      .where('company', '=', company)
      .where('revision', '>', after)
      .union(
        this.db
          .selectFrom('gone')
          .select('scope')
          .where('company', '=', company)
          .where('revision', '>', after),
      )
      .execute()
    return new Set(rows.map(({ scope }) => scope))
  }
}
