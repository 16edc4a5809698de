import type { Sql } from 'postgres'

export interface TableShape {
  readonly name: string
  readonly columns: readonly string[]
}

/** Every table of ours with its columns; Kysely's own notes of which steps were taken are not work. */
export const tableShapes = async (sql: Sql): Promise<readonly TableShape[]> => {
  const rows = await sql<{ name: string; columns: string[] }[]>`
    select table_name as name, array_agg(column_name::text order by ordinal_position) as columns
    from information_schema.columns
    where table_schema = current_schema() and table_name not like 'kysely%'
      and is_generated = 'NEVER'
    group by table_name order by table_name`
  return rows.map(({ name, columns }) => ({ name, columns }))
}

/** The newest step a database took, or null when it took none. */
export const newestMigration = async (sql: Sql): Promise<string | null> => {
  const [found] = await sql`select to_regclass('kysely_migration') is not null as here`
  if (!found?.['here']) return null
  const [row] = await sql<{ name: string }[]>`
    select name from kysely_migration order by name desc limit 1`
  return row?.name ?? null
}
