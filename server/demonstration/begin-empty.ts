import { v7 } from 'uuid'
import type { CommunityId } from '../../src/domain/community'
import type { CompanyId, StaffId } from '../../src/domain/id'
import type { Instant } from '../../src/domain/instant'
import type { Grant } from '../../src/domain/permission'
import type { AccountBook } from '../account/account-book'
import type { AccountDesk } from '../account/account-desk'
import { oneTimePassword } from '../account/password'

/** A company with nothing in it and one administrator, whose password is said once. */
export const beginEmpty = async (
  parts: { readonly accounts: AccountBook; readonly accountDesk: AccountDesk },
  now: Instant,
): Promise<string> => {
  const company = v7() as CompanyId
  const staff = v7() as StaffId
  const password = oneTimePassword()
  const grants: Grant[] = [{ role: 'administrator', community: v7() as CommunityId, buildings: [] }]
  const account = { company, staff, account: 'admin', name: '管理员', closedAt: null, grants }
  const whole = { ...account, roles: ['administrator' as const] }
  if (!(await parts.accountDesk.open(whole, password, { by: staff, at: now })))
    throw new Error('Somebody is called admin here already')
  // Last: until the company stands, the next start begins again.
  await parts.accounts.addCompany(company, '新公司', false)
  return `admin ${password} administrator 新公司`
}
