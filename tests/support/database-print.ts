import { createHash } from 'node:crypto'
import type { Sql } from 'postgres'

/** One hash over every row of the tables named: the same before and after means nothing changed. */
export const databasePrint = async (sql: Sql, tables: readonly string[]): Promise<string> => {
  const hash = createHash('sha256')
  for (const table of tables) {
    const rows = await sql`select t::text as line from ${sql(table)} t order by 1`
    hash.update(`${table} ${rows.length}\n`)
    for (const row of rows) hash.update(`${String(row['line'])}\n`)
  }
  return hash.digest('hex')
}

/** All that a call of changes may touch. */
export const BUSINESS_TABLES = [
  ...['company_version', 'version_mark', 'record', 'gone', 'change_log', 'parked_change'],
  ...['device', 'scope_grant', 'photo', 'photo_name', 'photo_sender', 'account', 'company'],
  'photo_voucher',
] as const
