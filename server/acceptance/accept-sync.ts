import type { ChangeId } from '../../src/domain/id'
import type { Instant } from '../../src/domain/instant'
import { applyChange } from '../../src/protocol/apply-change'
import type { Outcome } from '../../src/protocol/outcome'
import type { SyncAnswer } from '../../src/protocol/sync-answer'
import type { SyncRequest } from '../../src/protocol/sync-request'
import { PROTOCOL, SCHEMA } from '../../src/protocol/version'
import type { Store, StoreReader, StoreWriter } from '../store/store'
import type { DeviceState } from '../store/stored'
import type { Caller } from './caller'
import { CallFailed } from './failure'
import { readIncoming } from './incoming'
import type { ApplyAct } from './judge'
import { checkCursor, pullRows, type Pulled } from './pull'
import { checkSequence } from './sequence'
import type { AcceptanceServices } from './services'
import { takeIn } from './take-in'
import { uniqueById } from './unique-by-id'

/** Parts the tests replace to prove that they are needed. */
export interface AcceptanceParts {
  readonly apply: ApplyAct
  /** The schema rows are given in; of the tests only, to stand where a later server will. */
  readonly rowSchema?: number
}

const PARTS: AcceptanceParts = { apply: applyChange }

/** [SY1] Nothing is read or processed for anyone but the session's person. */
const checkWhose = (caller: Caller, request: SyncRequest): void => {
  if (request.protocol > PROTOCOL) throw new CallFailed({ kind: 'protocol-unknown' })
  const foreign = request.changes.some((change) => 'by' in change && change['by'] !== caller.staff)
  if (request.staff !== caller.staff || foreign) throw new CallFailed({ kind: 'other-person' })
}

const deviceOf = async (
  writer: StoreWriter,
  caller: Caller,
  request: SyncRequest,
  now: Instant,
): Promise<DeviceState> => {
  const held = await writer.lockDevice(request.device)
  if (held && held.staff !== caller.staff) throw new CallFailed({ kind: 'other-person' })
  const heard = { heardAt: now, app: request.app, schema: request.schema, waiting: request.waiting }
  return held
    ? { ...held, ...heard }
    : { device: request.device, staff: caller.staff, lastSeq: 0, registeredAt: now, ...heard }
}

const isTooOld = (request: SyncRequest, parts: AcceptanceParts): boolean =>
  request.schema < (parts.rowSchema ?? SCHEMA)

const push = async (
  writer: StoreWriter,
  caller: Caller,
  request: SyncRequest,
  services: AcceptanceServices,
  parts: AcceptanceParts,
): Promise<readonly Outcome[]> => {
  const receivedAt = services.now()
  const device = await deviceOf(writer, caller, request, receivedAt)
  // A history that changed is told before anything is taken: nothing of the call is processed.
  if (!isTooOld(request, parts)) await checkCursor(writer, request.cursor, receivedAt)
  const ids = request.changes.map(({ id }) => id)
  const remembered = await writer.outcomesOf(ids)
  const parked = await writer.parkedIds(ids)
  const isKnown = (id: ChangeId) => remembered.has(id) || parked.has(id)
  const lastSeq = checkSequence(request.changes, device.lastSeq, isKnown)
  const arrival = { device, receivedAt, importedBy: null }
  const fresh = uniqueById(request.changes)
    .filter(({ id }) => !isKnown(id))
    .map((change) => readIncoming(change, arrival))
  const periods = await writer.periodsOf(caller.staff)
  const { staff, roles, pastRoles = roles } = caller
  const rights = { staff, roles, pastRoles, periods }
  const taken = await takeIn({
    writer,
    changes: fresh,
    rightsOf: () => rights,
    apply: parts.apply,
    nameId: services.nameId,
    receivedAt,
    mark: services.newMark(),
  })
  await writer.saveDevice({ ...device, lastSeq })
  return ids.map((id) => taken.get(id) ?? remembered.get(id) ?? { id, outcome: 'parked' })
}

const noRows = (request: SyncRequest): Pulled => ({
  rows: [],
  scopes: { granted: [], revoked: [], incomplete: [] },
  cursor: request.cursor,
  more: false,
})

const pull = async (
  reader: StoreReader,
  caller: Caller,
  request: SyncRequest,
  now: Instant,
  isOld: boolean,
): Promise<Pick<SyncAnswer, 'backedUpTo' | 'missingPhotos'> & Pulled> => {
  const { cursor, want } = request
  const pulled = isOld
    ? noRows(request)
    : await pullRows(reader, { cursor, want, scopes: caller.scopes, now })
  return {
    ...pulled,
    backedUpTo: await reader.backedUpTo(),
    missingPhotos: [...(await reader.photosAwaited(request.device, 100))],
  }
}

/**
 * One call of `POST /sync`. Throws CallFailed when nothing was processed. Changes are committed
 * before anything is answered; the rows come from a snapshot after that commit.
 */
export const acceptSync = async (
  store: Store,
  caller: Caller,
  request: SyncRequest,
  services: AcceptanceServices,
  parts: AcceptanceParts = PARTS,
): Promise<SyncAnswer> => {
  checkWhose(caller, request)
  const isOld = isTooOld(request, parts)
  const outcomes = await store.write(caller.company, (writer) =>
    push(writer, caller, request, services, parts),
  )
  const now = services.now()
  const pulled = await store.read(caller.company, (reader) =>
    pull(reader, caller, request, now, isOld),
  )
  return {
    protocol: PROTOCOL,
    serverTime: now,
    outcomes,
    ...pulled,
    update: isOld,
  }
}
