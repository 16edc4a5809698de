import { Kysely } from 'kysely'
import { PostgresJSDialect } from 'kysely-postgres-js'
import type { Sql, TransactionSql } from 'postgres'
import type { Tables } from './tables'

/** Kysely inside a transaction that is open already: it reserves nothing and ends nothing. */
export const kyselyWithin = (sql: TransactionSql): Kysely<Tables> => {
  const unsafe = sql.unsafe.bind(sql)
  const reserve = () => Promise.resolve({ unsafe, release: () => undefined })
  const postgres = Object.assign(() => undefined, { reserve }) as unknown as Sql
  return new Kysely<Tables>({ dialect: new PostgresJSDialect({ postgres }) })
}
