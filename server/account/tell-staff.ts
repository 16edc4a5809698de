import { scopesOf } from '../../src/domain/permission'
import { COMPANY_SCOPE, type Scope } from '../../src/domain/scope'
import type { Staff, StaffAct } from '../../src/domain/staff'
import type { AcceptanceServices } from '../acceptance/services'
import { takeOwn } from '../acceptance/take-own'
import type { StoreWriter } from '../store/store'
import type { Account, AccountAct } from './account'

/** A record says no more of them; who serves more homes than this is asked by role. */
const MOST_SCOPES = 500

const isOfOwners = (scope: Scope) => scope.startsWith('homes:') || scope.startsWith('callers:')

/** What colleagues see of an account's person; null where it never had a duty. */
const staffOf = (account: Account, before: Staff | null): Staff | null => {
  const { staff, name, closedAt, grants } = account
  const roles = account.roles.length > 0 ? account.roles : (before?.roles ?? [])
  if (roles.length === 0) return null
  const active = closedAt === null && account.roles.length > 0
  const scopes = active ? scopesOf(grants, staff).filter(isOfOwners) : []
  const whole = { id: staff, name, roles, active }
  return scopes.length > MOST_SCOPES ? whole : { ...whole, scopes }
}

const said = ({ name, roles, active, scopes }: Staff): string =>
  JSON.stringify([name, active, [...roles].sort(), scopes ? [...scopes].sort() : null])

export const isInStep = (account: Account, before: Staff | null): boolean => {
  const staff = staffOf(account, before)
  return staff === null || (before !== null && said(before) === said(staff))
}

/**
 * [WI13] Brings the record of a person in step with their account, as a change like any other: logged,
 * judged, published. Erased, it stays erased; already in step, nothing is written.
 */
export const tellStaff = async (
  writer: StoreWriter,
  account: Account,
  act: AccountAct,
  services: Pick<AcceptanceServices, 'newMark' | 'nameId'>,
): Promise<void> => {
  const key = { kind: 'Staff', id: account.staff } as const
  const [held] = await writer.lockRecords([key])
  const before = (held?.body ?? null) as Staff | null
  const staff = staffOf(account, before)
  if (!staff || isInStep(account, before)) return
  if (!held && (await writer.erasedOf([key])).size > 0) return
  const isNew = before === null
  const deed: StaffAct = { act: isNew ? 'enrol' : 'amend', staff }
  const author = { ...act, role: 'administrator' as const, scopes: [COMPANY_SCOPE] }
  await takeOwn(writer, [{ key, act: deed, creates: isNew }], author, services)
}
