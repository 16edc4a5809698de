import { v7 } from 'uuid'
import type { ChangeId, DeviceId } from '../../src/domain/id'
import { scopesOf } from '../../src/domain/permission'
import { COMPANY_SCOPE, type Scope } from '../../src/domain/scope'
import type { Staff, StaffAct } from '../../src/domain/staff'
import { applyChange } from '../../src/protocol/apply-change'
import type { ReadableChange } from '../acceptance/incoming'
import type { AcceptanceServices } from '../acceptance/services'
import { onGround, takeIn } from '../acceptance/take-in'
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

/** Said by the server for whoever changed the account, as the only change of a device of its own. */
const changeOf = (staff: Staff, isNew: boolean, { by, at }: AccountAct): ReadableChange => {
  const act: StaffAct = { act: isNew ? 'enrol' : 'amend', staff }
  return {
    ...{ readable: true, id: v7() as ChangeId, device: v7() as DeviceId, seq: 1 },
    ...{ group: null, by },
    ...{ key: { kind: 'Staff', id: staff.id }, act, creates: isNew },
    ...{ at, clockOffset: 0, effectiveAt: at, receivedAt: at, marks: [], importedBy: null },
  }
}

/**
 * [WI13] Brings the record of a person in step with their account, as a change like any other: logged,
 * judged, published. Erased, it stays erased; already in step, nothing is written.
 */
export const tellStaff = async (
  writer: StoreWriter,
  account: Account,
  act: AccountAct,
  { newMark, nameId }: Pick<AcceptanceServices, 'newMark' | 'nameId'>,
): Promise<void> => {
  const key = { kind: 'Staff', id: account.staff } as const
  const [held] = await writer.lockRecords([key])
  const before = (held?.body ?? null) as Staff | null
  const staff = staffOf(account, before)
  if (!staff || isInStep(account, before)) return
  if (!held && (await writer.erasedOf([key])).size > 0) return
  const change = changeOf(staff, before === null, act)
  const needs = { devices: [], changes: [change.id], records: [key], staff: [], versions: [] }
  const period = { staff: act.by, scope: COMPANY_SCOPE, grantedAt: 0, takenAt: null }
  const rights = {
    staff: act.by,
    roles: ['administrator' as const],
    pastRoles: [],
    periods: [period],
  }
  await onGround(writer, needs, async (ground) => {
    const changes = [change]
    const rules = { apply: applyChange, nameId, newMark, receivedAt: act.at }
    await takeIn({ ...rules, ground, changes, rightsOf: () => rights })
  })
}
