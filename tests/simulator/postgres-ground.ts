import type { Sql } from 'postgres'
import { recordFromRow } from '../../server/store/postgres/from-row'
import { PostgresStore } from '../../server/store/postgres/postgres-store'
import type { Tables } from '../../server/store/postgres/tables'
import type { StoreWriter } from '../../server/store/store'
import type { CompanyId } from '../../src/domain/id'
import type { Chance } from './chance'
import type { Control } from './control'
import type { Ground } from './ground'

/** What a backup brings back; who may what stays as it is. */
const BACKED_UP = [
  ...([
    'company_version',
    'version_mark',
    'record',
    'gone',
    'change_log',
    'parked_change',
  ] as const),
  ...(['device', 'photo_name', 'photo_voucher', 'photo', 'photo_sender', 'erasure'] as const),
] as const
const backupOf = (table: string): string => `backup_${table}`

/**
 * Of the parts taken out on purpose, those that a real database lets be taken out: its keys alone keep an
 * act from being logged twice, and nothing hands out its versions before their work is seen.
 */
export const POSTGRES_CONTROLS = ['ack-before-commit', 'removed-at-outcome'] as const

class ThrownAway extends Error {
  constructor(readonly value: unknown) {
    super('Answered, and rolled back')
  }
}

/** Trusts an answer although the transaction is then thrown away. */
class ForgetfulPostgres extends PostgresStore {
  constructor(
    sql: Sql,
    private readonly chance: () => Chance,
  ) {
    super(sql)
  }

  override async write<T>(
    company: CompanyId,
    work: (writer: StoreWriter) => Promise<T>,
  ): Promise<T> {
    try {
      return await super.write(company, async (writer) => {
        const value = await work(writer)
        if (this.chance().isLucky(0.1)) throw new ThrownAway(value)
        return value
      })
    } catch (error) {
      if (error instanceof ThrownAway) return error.value as T
      throw error
    }
  }
}

/** Once for a database: where backups of a story's company stand. */
export const makeRoomForBackups = async (sql: Sql): Promise<void> => {
  for (const table of BACKED_UP)
    await sql`create table if not exists ${sql(backupOf(table))} (like ${sql(table)})`
}

/** Real PostgreSQL under a story; each has a company of its own, and finds nothing of an earlier telling. */
export const postgresGround = async (
  sql: Sql,
  company: CompanyId,
  control: Control | null,
  chance: () => Chance,
): Promise<Ground> => {
  let isBackedUp = false
  for (const table of [...BACKED_UP, ...BACKED_UP.map(backupOf), 'scope_grant'])
    await sql`delete from ${sql(table)} where company = ${company}`
  return {
    store:
      control === 'ack-before-commit' ? new ForgetfulPostgres(sql, chance) : new PostgresStore(sql),
    async look() {
      const records = await sql<Tables['record'][]>`
        select * from record where company = ${company}`
      const photos = await sql<{ sha256: string }[]>`
        select sha256 from photo where company = ${company}`
      const [moved] = await sql<{ n: number }[]>`
        select count(*)::int as n from gone where company = ${company} and why = 'moved'`
      return {
        records: records.map(recordFromRow),
        photos: new Set(photos.map(({ sha256 }) => sha256)),
        moved: moved?.n ?? 0,
      }
    },
    async backUp() {
      await sql.begin(async (own) => {
        for (const table of BACKED_UP) {
          await own`delete from ${own(backupOf(table))} where company = ${company}`
          await own`insert into ${own(backupOf(table))}
            select * from ${own(table)} where company = ${company}`
        }
        await own`update company_version set backed_up_to = version where company = ${company}`
      })
      isBackedUp = true
    },
    async restore() {
      if (!isBackedUp) return false
      await sql.begin(async (own) => {
        for (const table of BACKED_UP) {
          await own`delete from ${own(table)} where company = ${company}`
          await own`insert into ${own(table)}
            select * from ${own(backupOf(table))} where company = ${company}`
        }
      })
      return true
    },
  }
}
