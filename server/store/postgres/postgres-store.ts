import { Kysely } from 'kysely'
import { PostgresJSDialect } from 'kysely-postgres-js'
import type { Sql, TransactionSql } from 'postgres'
import type { CompanyId } from '../../../src/domain/id'
import type { Instant } from '../../../src/domain/instant'
import type { Page, PageQuery } from '../call'
import { pageFrom } from '../page'
import { StaleRead, type Store, type StoreReader, type StoreWriter } from '../store'
import { kyselyWithin } from './kysely-within'
import { PageDesk } from './page-desk'
import { PostgresReader } from './postgres-reader'
import { PostgresWriter } from './postgres-writer'
import type { Tables } from './tables'

export const kyselyOver = (sql: Sql): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: new PostgresJSDialect({ postgres: sql }) })

/** Serialization failure, deadlock, and two writers of one new key. */
const PASSING = new Set(['40001', '40P01', '23505'])

const mayPass = (error: unknown): boolean =>
  error instanceof StaleRead ||
  (error instanceof Error && 'code' in error && PASSING.has(String(error.code)))

const TRIES = 12

export type OpenWriter = (sql: TransactionSql, company: CompanyId) => StoreWriter

const openWriter: OpenWriter = (sql, company) => new PostgresWriter(sql, company)

/** The store over any PostgreSQL. */
export class PostgresStore implements Store {
  readonly #desk: PageDesk

  constructor(
    private readonly sql: Sql,
    private readonly open: OpenWriter = openWriter,
  ) {
    this.#desk = new PageDesk(sql)
  }

  async read<T>(company: CompanyId, work: (reader: StoreReader) => Promise<T>): Promise<T> {
    const read = (sql: TransactionSql) => work(new PostgresReader(sql, company))
    return (await this.sql.begin('isolation level repeatable read read only', read)) as T
  }

  /** One statement is one snapshot; only a page that has to be cut needs a transaction. */
  async page(company: CompanyId, query: PageQuery): Promise<Page> {
    const page = await this.#desk.ask(company, query)
    return page ?? this.read(company, (reader) => pageFrom(reader, query))
  }

  async sweepGone(before: Instant): Promise<number> {
    return (await this.sql`delete from gone where at < ${before}`).count
  }

  write<T>(company: CompanyId, work: (writer: StoreWriter) => Promise<T>): Promise<T> {
    return this.writeWith(company, work)
  }

  /** Records, and what stands beside them in tables of its own, in one transaction. */
  async writeWith<T>(
    company: CompanyId,
    work: (writer: StoreWriter, db: Kysely<Tables>) => Promise<T>,
  ): Promise<T> {
    const write = (sql: TransactionSql) => work(this.open(sql, company), kyselyWithin(sql))
    for (let tried = 1; ; tried += 1)
      try {
        return (await this.sql.begin('isolation level read committed', write)) as T
      } catch (error) {
        if (tried >= TRIES || !mayPass(error)) throw error
      }
  }
}
