import type { Kysely, Selectable } from 'kysely'
import type { CompanyId, StaffId } from '../../src/domain/id'
import type { Instant } from '../../src/domain/instant'
import type { Role } from '../../src/domain/role'
import { clearTables } from '../store/postgres/clear-tables'
import type { Tables } from '../store/postgres/tables'
import type { Account } from './account'

export type AccountRow = Selectable<Tables['account']>

export const accountFromRow = (row: AccountRow): Account => ({
  company: row.company as CompanyId,
  staff: row.staff as StaffId,
  account: row.account,
  name: row.name,
  roles: row.roles as Role[],
  pastRoles: row.past_roles as Role[],
  grants: row.grants,
  closedAt: row.closed_at,
  edgeAt: row.edge_at,
})

/** Companies and the accounts of their staff, as they are. */
export class AccountBook {
  constructor(private readonly db: Kysely<Tables>) {}

  async addCompany(id: CompanyId, name: string, isDemonstration: boolean): Promise<void> {
    await this.db
      .insertInto('company')
      .values({ id, name, demonstration: isDemonstration })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
  }

  async companyName(id: CompanyId): Promise<string> {
    const row = await this.db
      .selectFrom('company')
      .select('name')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return row.name
  }

  async companies(): Promise<readonly CompanyId[]> {
    const rows = await this.db.selectFrom('company').select('id').orderBy('id').execute()
    return rows.map(({ id }) => id as CompanyId)
  }

  async isEmpty(): Promise<boolean> {
    return (await this.db.selectFrom('company').select('id').limit(1).execute()).length === 0
  }

  /** What a first filling left that was cut off; refused once a company stands. */
  async clearUnfinished(): Promise<void> {
    if (!(await this.isEmpty())) throw new Error('A company stands in this database')
    await clearTables(this.db)
  }

  async hasDemonstration(): Promise<boolean> {
    const rows = await this.db
      .selectFrom('company')
      .select('id')
      .where('demonstration', '=', true)
      .limit(1)
      .execute()
    return rows.length > 0
  }

  async find(
    accountName: string,
  ): Promise<{ readonly account: Account; readonly password: string } | null> {
    const place = await this.db
      .selectFrom('directory')
      .selectAll()
      .where('what', '=', 'account')
      .where('name', '=', accountName.toLowerCase())
      .executeTakeFirst()
    if (!place) return null
    const row = await this.#row(place.company, place.subject)
    return row ? { account: accountFromRow(row), password: row.password } : null
  }

  async byStaff(company: CompanyId, staff: StaffId): Promise<Account | null> {
    const row = await this.#row(company, staff)
    return row ? accountFromRow(row) : null
  }

  async all(company: CompanyId): Promise<readonly Account[]> {
    const rows = await this.db
      .selectFrom('account')
      .selectAll()
      .where('company', '=', company)
      .orderBy('account')
      .execute()
    return rows.map(accountFromRow)
  }

  async passwordOf(company: CompanyId, staff: StaffId): Promise<string | null> {
    return (await this.#row(company, staff))?.password ?? null
  }

  /** [AC11] Those whose duties changed by themselves since anybody looked. */
  async pastTheirEdge(at: Instant): Promise<readonly Account[]> {
    const rows = await this.db
      .selectFrom('account')
      .selectAll()
      .where('edge_at', '<=', at)
      .where('closed_at', 'is', null)
      .execute()
    return rows.map(accountFromRow)
  }

  #row(company: string, staff: string): Promise<AccountRow | undefined> {
    return this.db
      .selectFrom('account')
      .selectAll()
      .where('company', '=', company)
      .where('staff', '=', staff)
      .executeTakeFirst()
  }
}
