import type { Kysely } from 'kysely'
import { v7 } from 'uuid'
import type { CompanyId, StaffId } from '../../src/domain/id'
import type { Grant } from '../../src/domain/permission'
import type { Tables } from '../store/postgres/tables'
import type { Account, AccountAct } from './account'
import { without } from './duties-amended'
import type { AccountDeed } from './account-deed'

interface Done {
  readonly company: CompanyId
  readonly subject: StaffId
  readonly what: AccountDeed
  /** Duties somebody has now and had not, and the other way about. */
  readonly given?: readonly Grant[]
  readonly taken?: readonly Grant[]
}

/** [AC14] Written in the transaction that did it: whose account, by whom, when, what. */
export const noteDeed = async (
  db: Kysely<Tables>,
  { given = [], taken = [], ...done }: Done,
  { by, at }: AccountAct,
): Promise<void> => {
  const line = { ...done, id: v7(), at, author: by, given, taken }
  await db.insertInto('account_deed').values(line).execute()
}

/** What an account was made into, told as deeds; nothing where it stayed as it was. */
export const deedsBetween = (before: Account, after: Account): readonly Done[] => {
  const { company, staff: subject } = after
  const given = without(after.grants, before.grants)
  const taken = without(before.grants, after.grants)
  const whose = { company, subject }
  return [
    ...(before.name === after.name ? [] : [{ ...whose, what: 'rename' as const }]),
    ...(given.length + taken.length > 0
      ? [{ ...whose, what: 'grant' as const, given, taken }]
      : []),
    ...(before.closedAt === null && after.closedAt !== null
      ? [{ ...whose, what: 'close' as const }]
      : []),
    ...(before.closedAt !== null && after.closedAt === null
      ? [{ ...whose, what: 'reopen' as const }]
      : []),
  ]
}
