import { Kysely } from 'kysely'
import { PostgresJSDialect } from 'kysely-postgres-js'
import type { Sql } from 'postgres'
import type { CompanyId } from '../../../src/domain/id'
import { StaleRead, type Store, type StoreReader, type StoreWriter } from '../store'
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

export type OpenWriter = (db: Kysely<Tables>, company: CompanyId) => StoreWriter

const openWriter: OpenWriter = (db, company) => new PostgresWriter(db, company)

/** The store over any PostgreSQL. */
export class PostgresStore implements Store {
  constructor(
    private readonly db: Kysely<Tables>,
    private readonly open: OpenWriter = openWriter,
  ) {}

  read<T>(company: CompanyId, work: (reader: StoreReader) => Promise<T>): Promise<T> {
    return this.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((transaction) => work(new PostgresReader(transaction, company)))
  }

  async write<T>(company: CompanyId, work: (writer: StoreWriter) => Promise<T>): Promise<T> {
    for (let tried = 1; ; tried += 1)
      try {
        return await this.db
          .transaction()
          .setIsolationLevel('read committed')
          .execute((transaction) => work(this.open(transaction, company)))
      } catch (error) {
        if (tried >= TRIES || !mayPass(error)) throw error
      }
  }
}
