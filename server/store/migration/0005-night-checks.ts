import { sql, type Kysely } from 'kysely'

/** Whoever had an account before night checks came is given the scopes they need. */
const STATEMENTS = [
  `insert into scope_grant (company, staff, scope, granted_at)
   select company, staff, 'own:' || staff, 0 from account
   where closed_at is null and jsonb_array_length(grants) > 0
   on conflict do nothing`,
  `insert into scope_grant (company, staff, scope, granted_at)
   select distinct account.company, account.staff, 'checks:' || (given ->> 'community'), 0
   from account, jsonb_array_elements(account.grants) given
   where account.closed_at is null and given ->> 'role' in ('supervisor', 'manager')
   on conflict do nothing`,
]

export const up = async (database: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(database)
}
