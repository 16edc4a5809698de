import { sql, type Kysely } from 'kysely'

/** Who may come in, and by which token. The directory finds a company before it is known. */
const STATEMENTS = [
  `create table company (id uuid primary key, name text not null, demonstration boolean not null)`,
  `create table directory (
    name text not null, what text not null, company uuid not null, subject uuid not null,
    primary key (what, name))`,
  `create table account (
    company uuid not null, staff uuid not null, account text not null, password text not null,
    name text not null, roles text[] not null, past_roles text[] not null, grants jsonb not null, closed_at bigint,
    primary key (company, staff))`,
  `create table session (
    company uuid not null, token text not null, staff uuid not null, device_name text not null,
    created_at bigint not null, expires_at bigint not null, primary key (company, token))`,
  `create index session_by_staff on session (company, staff)`,
  `create table photo_sender (
    company uuid not null, sha256 text not null, staff uuid not null,
    primary key (company, sha256, staff))`,
]

export const up = async (database: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(database)
}
