import type { CommunityId } from '../domain/community'
import type { PlaceId } from '../domain/place'
import type { Role } from '../domain/role'
import type { Duty } from './accounts'

/** A duty as it is being filled in. */
export interface DutyWords {
  readonly id: string
  readonly role: Role | ''
  readonly community: CommunityId | ''
  readonly buildings: readonly PlaceId[]
}

export interface AccountWords {
  readonly name: string
  readonly account: string
  readonly duties: readonly DutyWords[]
}

export type AccountFault =
  'missing' | 'accountShape' | 'noDuty' | 'roleMissing' | 'communityMissing' | 'twice'

const ACCOUNT = /^[A-Za-z0-9][A-Za-z0-9._@-]{2,63}$/

const dutyFault = (duty: DutyWords, duties: readonly DutyWords[]): AccountFault | null => {
  if (duty.role === '') return 'roleMissing'
  if (duty.community === '') return 'communityMissing'
  const same = duties.find((each) => each.role === duty.role && each.community === duty.community)
  return same?.id === duty.id ? null : 'twice'
}

/** [AC2] What does not read, by its field; a duty goes by its id. */
export const accountFaults = (
  { name, account, duties }: AccountWords,
  isNew: boolean,
): ReadonlyMap<string, AccountFault> => {
  const faults = new Map<string, AccountFault>()
  if (name.trim() === '') faults.set('name', 'missing')
  if (isNew && account.trim() === '') faults.set('account', 'missing')
  else if (isNew && !ACCOUNT.test(account.trim())) faults.set('account', 'accountShape')
  if (isNew && duties.length === 0) faults.set('duties', 'noDuty')
  for (const duty of duties) {
    const fault = dutyFault(duty, duties)
    if (fault) faults.set(duty.id, fault)
  }
  return faults
}

export const dutiesMeant = (duties: readonly DutyWords[]): readonly Duty[] =>
  duties.flatMap(({ role, community, buildings }) =>
    role === '' || community === '' ? [] : [{ role, community, buildings }],
  )

export const dutyWords = (grants: readonly Duty[], newId: () => string): readonly DutyWords[] =>
  grants.flatMap(({ standIn, ...duty }) => (standIn ? [] : [{ id: newId(), ...duty }]))
