import { sql, type Kysely } from 'kysely'

/** [CK14] What was told to a group robot, and an index of the tickets that are open. */
const STATEMENTS = [
  `create table robot_message (
    company uuid not null, name text not null, tries int not null, claimed_until bigint not null,
    first_at bigint not null, sent_at bigint, primary key (company, name))`,
  `create index record_open_ticket on record (company, id)
    where kind = 'Ticket' and settled_at is null`,
]

export const up = async (database: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(database)
}
