import { v7 } from 'uuid'
import type { ChangeId, DeviceId, StaffId } from '../../src/domain/id'
import type { Instant } from '../../src/domain/instant'
import type { AnyAct } from '../../src/domain/kind-table'
import type { Role } from '../../src/domain/role'
import type { Scope } from '../../src/domain/scope'
import { applyChange } from '../../src/protocol/apply-change'
import type { StoreWriter } from '../store/store'
import type { RecordKey } from '../store/stored'
import type { ReadableChange } from './incoming'
import type { AcceptanceServices } from './services'
import { onGround, takeIn } from './take-in'

export interface OwnDeed {
  readonly key: RecordKey
  readonly act: AnyAct
  readonly creates?: boolean
}

/** In whose name, when, and as whom it counts there. */
interface OwnAuthor {
  readonly by: StaffId
  readonly at: Instant
  readonly role: Role
  readonly scopes: readonly Scope[]
}

/**
 * Acts the server does for an administrator, as changes like any other: logged, judged, published in one
 * version, as the only ones of a device of their own.
 */
export const takeOwn = async (
  writer: StoreWriter,
  deeds: readonly OwnDeed[],
  { by, at, role, scopes }: OwnAuthor,
  { newMark, nameId }: Pick<AcceptanceServices, 'newMark' | 'nameId'>,
): Promise<void> => {
  if (deeds.length === 0) return
  const device = v7() as DeviceId
  const changes = deeds.map(({ key, act, creates = false }, index): ReadableChange => ({
    ...{ readable: true, id: v7() as ChangeId, device, seq: index + 1, group: null, by },
    ...{ key, act, creates, at, clockOffset: 0, effectiveAt: at, receivedAt: at },
    ...{ marks: [], importedBy: null },
  }))
  const needs = {
    ...{ devices: [], staff: [], versions: [] },
    ...{ changes: changes.map(({ id }) => id), records: deeds.map(({ key }) => key) },
  }
  const periods = scopes.map((scope) => ({ staff: by, scope, grantedAt: 0, takenAt: null }))
  const rights = { staff: by, roles: [role], pastRoles: [], periods }
  await onGround(writer, needs, async (ground) => {
    const rules = { apply: applyChange, nameId, newMark, receivedAt: at }
    await takeIn({ ...rules, ground, changes, rightsOf: () => rights })
  })
}
