import type { StaffId } from '../../src/domain/id'
import type { Role } from '../../src/domain/role'
import { applyChange } from '../../src/protocol/apply-change'
import type { Outcome } from '../../src/protocol/outcome'
import { emptyBatch } from '../store/batch'
import type { Store } from '../store/store'
import type { Caller } from './caller'
import type { ExportedChange } from './exported-change'
import { CallFailed } from './failure'
import type { Ground } from './ground'
import { readIncoming, recordNamed, type Arrival, type ReadableChange } from './incoming'
import type { Rights } from './judge'
import type { AcceptanceServices } from './services'
import { onGround, takeIn } from './take-in'
import { uniqueById } from './unique-by-id'
import { vouchersFor } from './vouch'

const checkImporter = (caller: Caller, changes: readonly ExportedChange[]): void => {
  const isOwn = changes.every(({ by }) => by === caller.staff)
  if (!isOwn && !caller.roles.includes('administrator')) throw new CallFailed({ kind: 'forbidden' })
}

/**
 * [SY30] A file proves no author. Whose device it names as never was registered to them did nothing of
 * it after it was registered; of one that was, nobody knows when it came to hold the work.
 */
const asBrought = (
  { device, by }: ExportedChange,
  ground: Ground,
  isPast: boolean,
): Arrival['device'] => {
  const held = ground.device(device)
  const isTheirs = held?.staff === by
  return {
    ...{ device, registeredAt: isTheirs || isPast ? 0 : Number.MAX_SAFE_INTEGER },
    revokedAt: held?.revokedAt ?? null,
  }
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
  isPast?: true,
): Promise<readonly Outcome[]> => {
  checkImporter(caller, changes)
  const needs = {
    ...{
      devices: changes.map(({ device }) => device),
      versions: [],
      changes: changes.map(({ id }) => id),
    },
    records: changes.flatMap(recordNamed),
    staff: changes.map(({ by }) => by),
  }
  const work = async (ground: Ground) => {
    const receivedAt = services.now()
    const rights = new Map<StaffId, Rights>()
    for (const staff of new Set(changes.map(({ by }) => by)))
      rights.set(staff, {
        staff,
        roles: await rolesOf(staff),
        pastRoles: [],
        periods: await ground.periodsOf(staff),
      })
    const fresh = uniqueById(changes)
      .filter(({ id }) => !ground.isKnown(id))
      .map((change) =>
        readIncoming(change, {
          device: asBrought(change, ground, isPast === true),
          receivedAt,
          importedBy: caller.staff,
          ...(isPast ? { isPast } : {}),
        }),
      )
    const rightsOf = ({ by }: ReadableChange): Rights =>
      rights.get(by) ?? { staff: by, roles: [], pastRoles: [], periods: [] }
    const { nameId, newMark } = services
    const rules = { rightsOf, apply: applyChange, nameId, newMark }
    const vouchers = vouchersFor(
      changes.filter(({ id }) => ground.isKnown(id)),
      caller.staff,
      ground,
    )
    const taken = await takeIn({ ...rules, ground, changes: fresh, receivedAt })
    if (vouchers.length > 0) ground.publish({ ...emptyBatch(newMark(), receivedAt), vouchers })
    return changes.map(
      ({ id }): Outcome => taken.get(id) ?? ground.outcomes.get(id) ?? { id, outcome: 'parked' },
    )
  }
  return store.write(caller.company, (writer) => onGround(writer, needs, work))
}
