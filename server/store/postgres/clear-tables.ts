import { sql, type Kysely } from 'kysely'
import type { Tables } from './tables'

const NAMES: Readonly<Record<keyof Tables, true>> = {
  ...{ company_version: true, version_mark: true, record: true, gone: true, change_log: true },
  ...{ parked_change: true, device: true, scope_grant: true, photo_name: true, photo: true },
  photo_voucher: true,
  ...{ photo_sender: true, company: true, directory: true, account: true, session: true },
  ...{ erasure: true, sign_in_try: true, upload_lock: true },
  ...{ robot_message: true, account_deed: true },
}

/**
 * Takes everything out of our tables. Only for a database that no company stands in yet: what is there
 * then was left by a first filling that was cut off.
 */
export const clearTables = async (db: Kysely<Tables>): Promise<void> => {
  const names = Object.keys(NAMES).map((name) => sql.table(name))
  await sql`truncate table ${sql.join(names)}`.execute(db)
}
