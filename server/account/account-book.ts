import type { Kysely, Selectable } from 'kysely'
import type { CompanyId, StaffId } from '../../src/domain/id'
import type { Instant } from '../../src/domain/instant'
import type { Role } from '../../src/domain/role'
import type { Tables } from '../store/postgres/tables'
import type { Account } from './account'
import { hashPassword } from './password'

type AccountRow = Selectable<Tables['account']>

const fromRow = (row: AccountRow): Account => ({
  company: row.company as CompanyId,
  staff: row.staff as StaffId,
  account: row.account,
  name: row.name,
  roles: row.roles as Role[],
  grants: row.grants,
  closedAt: row.closed_at,
})

/** Companies and the accounts of their staff. */
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

  async isEmpty(): Promise<boolean> {
    return (await this.db.selectFrom('company').select('id').limit(1).execute()).length === 0
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

  /** False when another account on this server has that name already. */
  async open(account: Account, password: string): Promise<boolean> {
    const { company, staff, name } = account
    const hashed = await hashPassword(password)
    return this.db.transaction().execute(async (db) => {
      const taken = await db
        .insertInto('directory')
        .values({ what: 'account', name: account.account.toLowerCase(), company, subject: staff })
        .onConflict((conflict) => conflict.doNothing())
        .returning('subject')
        .execute()
      if (taken.length === 0) return false
      await db
        .insertInto('account')
        .values({
          ...{ company, staff, name, account: account.account, password: hashed },
          ...{ roles: [...account.roles], grants: account.grants, closed_at: account.closedAt },
        })
        .execute()
      return true
    })
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
    return row ? { account: fromRow(row), password: row.password } : null
  }

  async byStaff(company: CompanyId, staff: StaffId): Promise<Account | null> {
    const row = await this.#row(company, staff)
    return row ? fromRow(row) : null
  }

  async all(company: CompanyId): Promise<readonly Account[]> {
    const rows = await this.db
      .selectFrom('account')
      .selectAll()
      .where('company', '=', company)
      .orderBy('account')
      .execute()
    return rows.map(fromRow)
  }

  async passwordOf(company: CompanyId, staff: StaffId): Promise<string | null> {
    return (await this.#row(company, staff))?.password ?? null
  }

  async setPassword(company: CompanyId, staff: StaffId, password: string): Promise<void> {
    await this.db
      .updateTable('account')
      .set({ password: await hashPassword(password) })
      .where('company', '=', company)
      .where('staff', '=', staff)
      .execute()
  }

  async close(company: CompanyId, staff: StaffId, at: Instant): Promise<void> {
    await this.db
      .updateTable('account')
      .set({ closed_at: at })
      .where('company', '=', company)
      .where('staff', '=', staff)
      .execute()
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
