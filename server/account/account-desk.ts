import type { CompanyId, DeviceId, StaffId } from '../../src/domain/id'
import type { Instant } from '../../src/domain/instant'
import type { Grant } from '../../src/domain/permission'
import type { Staff } from '../../src/domain/staff'
import type { AcceptanceServices } from '../acceptance/services'
import type { PostgresStore } from '../store/postgres/postgres-store'
import type { Account, AccountAct } from './account'
import { accountAt } from './account-at'
import { accountFromRow } from './account-book'
import { changeAccount, followAccount } from './change-account'
import type { AccountDeed } from './account-deed'
import { dutiesAmended } from './duties-amended'
import { isFree } from './is-free'
import { noteDeed } from './note-deed'
import { hashPassword } from './password'
import { isInStep } from './tell-staff'

/** What of an account an administrator may put into other words. */
interface AccountWords {
  readonly name?: string | undefined
  readonly grants?: readonly Grant[] | undefined
  readonly give?: readonly Grant[] | undefined
  readonly take?: readonly Grant[] | undefined
}

/**
 * [WI13] Whatever changes an account: it, the scopes it gives, what colleagues see of its person and the
 * line that says who did it are written in one transaction, so that none says what the others do not.
 */
export class AccountDesk {
  constructor(
    private readonly store: PostgresStore,
    private readonly services: Pick<AcceptanceServices, 'newMark' | 'nameId'>,
  ) {}

  /** False when the name is taken on this server, or the person has an account already. */
  async open(opened: Account, password: string, act: AccountAct): Promise<boolean> {
    const account = { ...accountAt(opened, act.at), grants: opened.grants }
    const { company, staff, name, closedAt, grants, edgeAt = null } = account
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
          ...{ roles, past_roles: roles, grants, closed_at: closedAt, edge_at: edgeAt },
        })
        .execute()
      await db.insertInto('directory').values(place).execute()
      await noteDeed(db, { company, subject: staff, what: 'open', given: grants }, act)
      await followAccount({ writer, services: this.services }, account, act)
      return true
    })
  }

  amend({ company, staff }: Account, words: AccountWords, act: AccountAct): Promise<Account> {
    return this.#change(company, staff, act, (account) => ({
      ...account,
      name: words.name ?? account.name,
      grants: dutiesAmended(account.grants, words),
    }))
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

  /** By an administrator, or by whoever changes their own. */
  async setPassword({ company, staff }: Account, password: string, act: AccountAct): Promise<void> {
    const hashed = await hashPassword(password)
    const what = act.by === staff ? 'changePassword' : 'resetPassword'
    await this.store.writeWith(company, async (_, db) => {
      await db
        .updateTable('account')
        .set({ password: hashed })
        .where('company', '=', company)
        .where('staff', '=', staff)
        .execute()
      await noteDeed(db, { company, subject: staff, what }, act)
    })
  }

  /** [DV3] Whose device it is; null for one nobody knows. */
  setRevoked(
    company: CompanyId,
    device: DeviceId,
    at: Instant | null,
    act: AccountAct,
  ): Promise<StaffId | null> {
    return this.store.writeWith(company, async (writer, db) => {
      const isKnown = await writer.setRevoked(device, at)
      const states = isKnown ? await writer.devices() : []
      const subject = states.find((state) => state.device === device)?.staff
      if (subject === undefined) return null
      const what = at === null ? 'reinstateDevice' : 'revokeDevice'
      await noteDeed(db, { company, subject, what }, act)
      return subject
    })
  }

  /** What else was done about an account. */
  async note({ company, staff }: Account, what: AccountDeed, act: AccountAct): Promise<void> {
    await this.store.writeWith(company, (_, db) =>
      noteDeed(db, { company, subject: staff, what }, act),
    )
  }

  /** [AC11] What began or ended by itself is so from here on; nobody did it. */
  bringToDay({ company, staff }: Account, at: Instant): Promise<Account> {
    return this.#change(company, staff, { by: staff, at }, (account) => account)
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
        .map((row) => accountAt(accountFromRow(row), at))
        .filter((each) => !isInStep(each, known.get(each.staff) ?? null))
    })
    for (const account of late) await this.bringToDay(account, at)
    return late.length
  }

  #change(
    company: CompanyId,
    staff: StaffId,
    act: AccountAct,
    changed: (account: Account) => Account,
  ): Promise<Account> {
    return this.store.writeWith(company, (writer, db) =>
      changeAccount({ writer, db, services: this.services }, { company, staff }, act, changed),
    )
  }
}
