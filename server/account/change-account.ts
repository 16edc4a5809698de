import type { Kysely } from 'kysely'
import { notOver } from '../../src/domain/stand-in'
import { grantWithin } from '../acceptance/grant-scopes'
import type { AcceptanceServices } from '../acceptance/services'
import type { Tables } from '../store/postgres/tables'
import type { StoreWriter } from '../store/store'
import type { Account, AccountAct } from './account'
import { accountAt } from './account-at'
import { accountFromRow } from './account-book'
import { deedsBetween, noteDeed } from './note-deed'
import { tellStaff } from './tell-staff'

/** A transaction under way, over records and the tables beside them. */
export interface Within {
  readonly writer: StoreWriter
  readonly db: Kysely<Tables>
  readonly services: Pick<AcceptanceServices, 'newMark' | 'nameId'>
}

/** [WI13] The scopes an account gives, and what colleagues see of its person. */
export const followAccount = async (
  { writer, services }: Pick<Within, 'writer' | 'services'>,
  account: Account,
  { by, at }: AccountAct,
): Promise<void> => {
  const now = accountAt(account, at)
  await grantWithin(writer, account.staff, account.closedAt === null ? now.grants : [], at)
  await tellStaff(writer, now, { by, at }, services)
}

/** [AC14] Locked, changed, followed by all that hangs on it, and written down as deeds. */
export const changeAccount = async (
  within: Within,
  { company, staff }: Pick<Account, 'company' | 'staff'>,
  act: AccountAct,
  changed: (account: Account) => Account,
): Promise<Account> => {
  const { db } = within
  const row = await db
    .selectFrom('account')
    .selectAll()
    .where('company', '=', company)
    .where('staff', '=', staff)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const before = { ...accountFromRow(row), grants: notOver(row.grants, act.at) }
  const next = changed(before)
  const grants = notOver(next.grants, act.at)
  const account = { ...accountAt(next, act.at), grants }
  const { name, roles, closedAt, edgeAt = null } = account
  const past_roles = [...new Set([...row.past_roles, ...before.roles, ...roles])]
  await db
    .updateTable('account')
    .set({
      ...{ name, grants, roles: [...roles], past_roles },
      ...{ closed_at: closedAt, edge_at: edgeAt },
    })
    .where('company', '=', company)
    .where('staff', '=', staff)
    .execute()
  for (const deed of deedsBetween(before, account)) await noteDeed(db, deed, act)
  await followAccount(within, account, act)
  return account
}
