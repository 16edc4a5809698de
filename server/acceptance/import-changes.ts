import type { ChangeId, DeviceId, StaffId } from '../../src/domain/id'
import type { Role } from '../../src/domain/role'
import { applyChange } from '../../src/protocol/apply-change'
import type { Outcome } from '../../src/protocol/outcome'
import type { Store } from '../store/store'
import type { Caller } from './caller'
import { CallFailed } from './failure'
import { readIncoming, type ReadableChange } from './incoming'
import type { Rights } from './judge'
import type { AcceptanceServices } from './services'
import { takeIn } from './take-in'
import { uniqueById } from './unique-by-id'

/** Exported work: changes as their device had them, each with the device it came from. */
export interface ExportedChange {
  readonly id: ChangeId
  readonly seq: number
  readonly device: DeviceId
  readonly by: StaffId
}

const checkImporter = (caller: Caller, changes: readonly ExportedChange[]): void => {
  const isOwn = changes.every(({ by }) => by === caller.staff)
  if (!isOwn && !caller.roles.includes('administrator')) throw new CallFailed({ kind: 'forbidden' })
}

/**
 * [SY25] Takes in work exported from another device. The original device, number and author are kept,
 * that device's sequence does not move, and taking the same in twice changes nothing.
 */
export const importChanges = async (
  store: Store,
  caller: Caller,
  changes: readonly ExportedChange[],
  rolesOf: (staff: StaffId) => Promise<readonly Role[]>,
  services: AcceptanceServices,
): Promise<readonly Outcome[]> => {
  checkImporter(caller, changes)
  return store.write(caller.company, async (writer) => {
    const receivedAt = services.now()
    const ids = changes.map(({ id }) => id)
    const remembered = await writer.outcomesOf(ids)
    const parked = await writer.parkedIds(ids)
    const rights = new Map<StaffId, Rights>()
    for (const staff of new Set(changes.map(({ by }) => by)))
      rights.set(staff, {
        staff,
        roles: await rolesOf(staff),
        pastRoles: [],
        periods: await writer.periodsOf(staff),
      })
    const fresh = uniqueById(changes)
      .filter(({ id }) => !remembered.has(id) && !parked.has(id))
      .map((change) =>
        readIncoming(change, {
          device: { device: change.device, registeredAt: 0 },
          receivedAt,
          importedBy: caller.staff,
        }),
      )
    const rightsOf = ({ by }: ReadableChange): Rights =>
      rights.get(by) ?? { staff: by, roles: [], pastRoles: [], periods: [] }
    const { nameId } = services
    const mark = services.newMark()
    const call = { writer, changes: fresh, rightsOf, apply: applyChange, nameId, receivedAt, mark }
    const taken = await takeIn(call)
    return ids.map((id) => taken.get(id) ?? remembered.get(id) ?? { id, outcome: 'parked' })
  })
}
