import type { ChangeId, CompanyId } from '../../src/domain/id'
import type { Instant } from '../../src/domain/instant'
import type { Outcome } from '../../src/protocol/outcome'
import type { SyncRequest } from '../../src/protocol/sync-request'
import type { CallNeeds } from '../store/call'
import type { Store } from '../store/store'
import type { DeviceState } from '../store/stored'
import type { Caller } from './caller'
import { readCursor, readCursorOrNone } from './cursor'
import { CallFailed } from './failure'
import type { Ground } from './ground'
import { readIncoming, recordNamed } from './incoming'
import type { ApplyAct } from './judge'
import { checkHistory } from './pull'
import { checkSequence } from './sequence'
import type { AcceptanceServices } from './services'
import { onGround, takeIn } from './take-in'
import { uniqueById } from './unique-by-id'

export interface SyncCall {
  readonly caller: Caller
  readonly request: SyncRequest
}

export interface PushRules {
  readonly services: AcceptanceServices
  readonly apply: ApplyAct
  /** The device gets no rows: a cursor that cannot be read is nothing to it. */
  readonly isTooOld: boolean
}

/** One that cannot be read is told when its turn comes, after whose device it is. */
const versionsIn = ({ request }: SyncCall, now: Instant): readonly number[] =>
  readCursorOrNone(request.cursor, now)?.marks.map(({ version }) => version) ?? []

const needsOf = (calls: readonly SyncCall[], now: Instant): CallNeeds => {
  const changes = calls.flatMap(({ request }) => request.changes)
  return {
    devices: calls.map(({ request }) => request.device),
    changes: changes.map(({ id }) => id),
    records: changes.flatMap(recordNamed),
    staff: calls.map(({ caller }) => caller.staff),
    versions: calls.flatMap((call) => versionsIn(call, now)),
  }
}

const deviceOf = (ground: Ground, { caller, request }: SyncCall, now: Instant): DeviceState => {
  const held = ground.device(request.device)
  if (held && held.staff !== caller.staff) throw new CallFailed({ kind: 'other-person' })
  const heard = { heardAt: now, app: request.app, schema: request.schema, waiting: request.waiting }
  return held
    ? { ...held, ...heard }
    : {
        ...{ device: request.device, staff: caller.staff, lastSeq: 0, registeredAt: now },
        ...{ name: '', revokedAt: null, ...heard },
      }
}

const pushOne = async (
  ground: Ground,
  call: SyncCall,
  { services, apply, isTooOld }: PushRules,
): Promise<readonly Outcome[]> => {
  const { caller, request } = call
  const receivedAt = services.now()
  const device = deviceOf(ground, call, receivedAt)
  // A history that changed is told before anything is taken: nothing of the call is processed.
  const read = isTooOld ? readCursorOrNone : readCursor
  const cursor = read(request.cursor, receivedAt)
  if (cursor) checkHistory(cursor, ground.marks)
  const lastSeq = checkSequence(request.changes, device.lastSeq, (id) => ground.isKnown(id))
  const arrival = { device, receivedAt, importedBy: null }
  const changes = uniqueById(request.changes)
    .filter(({ id }) => !ground.isKnown(id))
    .map((change) => readIncoming(change, arrival))
  const periods = await ground.periodsOf(caller.staff)
  const { staff, roles, pastRoles = roles } = caller
  const rights = { staff, roles, pastRoles, periods }
  const { nameId, newMark } = services
  const rules = { ground, changes, rightsOf: () => rights, apply, nameId, receivedAt, newMark }
  const taken = await takeIn(rules)
  ground.saveDevice({ ...device, lastSeq })
  const answer = (id: ChangeId): Outcome =>
    taken.get(id) ?? ground.outcomes.get(id) ?? { id, outcome: 'parked' }
  return request.changes.map(({ id }) => answer(id))
}

/**
 * [SY5] Calls of one company in one transaction, each judged for itself on what those before it left and
 * published under a version of its own. One that failed has written nothing; the others stand.
 */
export const pushCalls = (
  store: Store,
  company: CompanyId,
  calls: readonly SyncCall[],
  rulesOf: (call: SyncCall) => PushRules,
): Promise<readonly (readonly Outcome[] | CallFailed)[]> =>
  store.write(company, (writer) => {
    const [first] = calls
    const now = first ? rulesOf(first).services.now() : 0
    return onGround(writer, needsOf(calls, now), async (ground) => {
      const pushed: (readonly Outcome[] | CallFailed)[] = []
      for (const call of calls)
        pushed.push(
          await pushOne(ground, call, rulesOf(call)).catch((error: unknown) => {
            if (error instanceof CallFailed) return error
            throw error
          }),
        )
      return pushed
    })
  })
