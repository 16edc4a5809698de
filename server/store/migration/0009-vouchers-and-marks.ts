import { sql, type Kysely } from 'kysely'

/**
 * [WI10] Everybody who brought work in for somebody vouches for its photos, also before its record is
 * here; `photo_name.imported_by` held only the last of them, and stays for a server of before that runs
 * beside this one. [SY30] What makes an act of a record worth a second look stands beside the record.
 */
const STATEMENTS = [
  `create table photo_voucher (
    company uuid not null, sha256 text not null, kind text not null, record uuid not null,
    staff uuid not null, primary key (company, sha256, kind, record, staff))`,
  `insert into photo_voucher (company, sha256, kind, record, staff)
    select company, sha256, kind, record, imported_by from photo_name where imported_by is not null`,
  `alter table record add column marked jsonb not null default '[]'`,
]

export const up = async (database: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(database)
}
