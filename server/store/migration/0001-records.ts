import { sql, type Kysely } from 'kysely'

/** Records, their versions, and everything acceptance keeps. The company leads every key. */
const STATEMENTS = [
  `create table company_version (
    company uuid primary key, version bigint not null, backed_up_to bigint not null default 0)`,
  `create table version_mark (
    company uuid not null, version bigint not null, mark text not null, at bigint not null,
    primary key (company, version))`,
  `create table record (
    company uuid not null, kind text not null, id uuid not null, scope text not null,
    revision bigint not null, schema int not null, body jsonb not null,
    settled_at bigint, about text[] not null, primary key (company, kind, id))`,
  `create index record_by_scope on record (company, scope, revision)`,
  `create index record_by_about on record using gin (about)`,
  `create table gone (
    company uuid not null, scope text not null, revision bigint not null, kind text not null,
    id uuid not null, why text not null, at bigint not null,
    primary key (company, scope, revision, kind, id))`,
  `create table change_log (
    company uuid not null, id uuid not null, version bigint not null, device uuid not null,
    seq bigint not null, author uuid, kind text, record uuid, act jsonb, at bigint not null,
    clock_offset bigint, received_at bigint not null, imported_by uuid, outcome jsonb not null,
    primary key (company, id))`,
  `create index change_log_by_version on change_log (company, version)`,
  `create table parked_change (
    company uuid not null, id uuid not null, kind text not null, record uuid not null,
    group_id uuid, received_at bigint not null, seq bigint not null, body jsonb not null,
    primary key (company, id))`,
  `create index parked_change_by_record on parked_change (company, kind, record)`,
  `create index parked_change_by_group on parked_change (company, group_id)`,
  `create table device (
    company uuid not null, id uuid not null, staff uuid not null, last_seq bigint not null,
    registered_at bigint not null, heard_at bigint not null, app text not null,
    schema int not null, waiting jsonb not null, primary key (company, id))`,
  `create table scope_grant (
    company uuid not null, staff uuid not null, scope text not null, granted_at bigint not null,
    taken_at bigint, primary key (company, staff, scope, granted_at))`,
  `create table photo_name (
    company uuid not null, sha256 text not null, kind text not null, record uuid not null,
    device uuid not null, staff uuid not null, primary key (company, sha256, kind, record))`,
  `create index photo_name_by_device on photo_name (company, device)`,
  `create table photo (
    company uuid not null, sha256 text not null, bytes bigint not null, type text not null,
    staff uuid not null, verified_at bigint not null, primary key (company, sha256))`,
]

export const up = async (database: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(database)
}
