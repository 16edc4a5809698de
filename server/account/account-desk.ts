import type { Kysely } from 'kysely'
import type { CompanyId, StaffId } from '../../src/domain/id'
import type { Instant } from '../../src/domain/instant'
import type { Grant } from '../../src/domain/permission'
import type { Role } from '../../src/domain/role'
import type { Staff } from '../../src/domain/staff'
import { grantWithin } from '../acceptance/grant-scopes'
import type { AcceptanceServices } from '../acceptance/services'
import type { PostgresStore } from '../store/postgres/postgres-store'
import type { Tables } from '../store/postgres/tables'
import type { StoreWriter } from '../store/store'
import type { Account, AccountAct } from './account'
import { accountFromRow } from './account-book'
import { hashPassword } from './password'
import { isInStep, tellStaff } from './tell-staff'

export const rolesOf = (grants: readonly Grant[]): Role[] => [
  ...new Set(grants.map(({ role }) => role)),
]

/** What of an account an administrator may put into other words. */
interface AccountWords {
  readonly name?: string | undefined
  readonly grants?: readonly Grant[] | undefined
}

/**
 * [WI13] Whatever changes an account: it, the scopes it gives and what colleagues see of its person are
 * written in one transaction, so that none of them says what the others do not.
 */
export class AccountDesk {
  constructor(
    private readonly store: PostgresStore,
    private readonly services: Pick<AcceptanceServices, 'newMark' | 'nameId'>,
  ) {}

  /** False when the name is taken on this server, or the person has an account already. */
  async open(account: Account, password: string, act: AccountAct): Promise<boolean> {
    const { company, staff, name, closedAt, grants } = account
    const hashed = await hashPassword(password)
    const roles = [...account.roles]
    const named = account.account.toLowerCase()
    return this.store.writeWith(company, async (writer, db) => {
      const place = { what: 'account', name: named, company, subject: staff }
      if (!(await isFree(db, company, staff, named))) return false
      await db
        .insertInto('account')
        .values({
          ...{ company, staff, name, account: account.account, password: hashed },
          ...{ roles, past_roles: roles, grants, closed_at: closedAt },
        })
        .execute()
      await db.insertInto('directory').values(place).execute()
      await this.#follow(writer, account, act)
      return true
    })
  }

  amend(
    { company, staff }: Account,
    { name, grants }: AccountWords,
    act: AccountAct,
  ): Promise<Account> {
    return this.#change(company, staff, act, (account) => {
      const given = grants ?? account.grants
      return { ...account, name: name ?? account.name, grants: given, roles: rolesOf(given) }
    })
  }

  /** Closed stays closed since when it was. */
  close({ company, staff }: Account, act: AccountAct): Promise<Account> {
    return this.#change(company, staff, act, (account) => ({
      ...{ ...account, closedAt: account.closedAt ?? act.at },
    }))
  }

  reopen({ company, staff }: Account, act: AccountAct): Promise<Account> {
    return this.#change(company, staff, act, (account) => ({ ...account, closedAt: null }))
  }

  /** What earlier apps, or a restored backup, left out of step; answers how many. */
  async bringInStep(company: CompanyId, at: Instant): Promise<number> {
    const late = await this.store.writeWith(company, async (_, db) => {
      const rows = await db
        .selectFrom('account')
        .selectAll()
        .where('company', '=', company)
        .execute()
      const records = await db
        .selectFrom('record')
        .select(['id', 'body'])
        .where('company', '=', company)
        .where('kind', '=', 'Staff')
        .execute()
      const known = new Map(records.map(({ id, body }) => [id, body as Staff]))
      return rows
        .map(accountFromRow)
        .filter((each) => !isInStep(each, known.get(each.staff) ?? null))
    })
    for (const account of late) await this.amend(account, {}, { by: account.staff, at })
    return late.length
  }

  #change(
    company: CompanyId,
    staff: StaffId,
    act: AccountAct,
    changed: (account: Account) => Account,
  ): Promise<Account> {
    return this.store.writeWith(company, async (writer, db) => {
      const row = await db
        .selectFrom('account')
        .selectAll()
        .where('company', '=', company)
        .where('staff', '=', staff)
        .forUpdate()
        .executeTakeFirstOrThrow()
      const before = accountFromRow(row)
      const account = changed(before)
      const { name, grants, roles, closedAt } = account
      const past_roles = [...new Set([...row.past_roles, ...before.roles, ...roles])]
      await db
        .updateTable('account')
        .set({ name, grants, roles: [...roles], past_roles, closed_at: closedAt })
        .where('company', '=', company)
        .where('staff', '=', staff)
        .execute()
      await this.#follow(writer, account, act)
      return account
    })
  }

  async #follow(writer: StoreWriter, account: Account, { by, at }: AccountAct): Promise<void> {
    const given = account.closedAt === null ? account.grants : []
    await grantWithin(writer, account.staff, given, at)
    await tellStaff(writer, account, { by, at }, this.services)
  }
}

const isFree = async (
  db: Kysely<Tables>,
  company: CompanyId,
  staff: StaffId,
  name: string,
): Promise<boolean> => {
  const taken = await db
    .selectFrom('directory')
    .select('subject')
    .where('what', '=', 'account')
    .where('name', '=', name)
    .unionAll(
      db
        .selectFrom('account')
        .select('staff as subject')
        .where('company', '=', company)
        .where('staff', '=', staff),
    )
    .limit(1)
    .execute()
  return taken.length === 0
}
