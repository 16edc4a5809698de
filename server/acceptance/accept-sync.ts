import type { CompanyId } from '../../src/domain/id'
import { DAY, type Instant } from '../../src/domain/instant'
import { applyChange } from '../../src/protocol/apply-change'
import type { Outcome } from '../../src/protocol/outcome'
import type { SyncAnswer } from '../../src/protocol/sync-answer'
import type { SyncRequest } from '../../src/protocol/sync-request'
import { PROTOCOL, SCHEMA } from '../../src/protocol/version'
import type { Store } from '../store/store'
import type { Caller } from './caller'
import { CallFailed } from './failure'
import type { ApplyAct } from './judge'
import { KEPT_ON_PHONES, pullRows, type Pulled } from './pull'
import { pushCalls, type PushRules, type SyncCall } from './push-calls'
import type { AcceptanceServices } from './services'

/** Parts the tests replace to prove that they are needed. */
export interface AcceptanceParts {
  readonly apply: ApplyAct
  /** The schema rows are given in; of the tests only, to stand where a later server will. */
  readonly rowSchema?: number
  /** How long what is settled is brought by a first pull; 90 days where nothing is said. */
  readonly keptFor?: number
  /** How calls reach the store; alone where nothing is said. */
  readonly push?: Push
}

const PARTS: AcceptanceParts = { apply: applyChange }

/** [SY1] Nothing is read or processed for anyone but the session's person. */
const checkWhose = (caller: Caller, request: SyncRequest): void => {
  if (request.protocol > PROTOCOL) throw new CallFailed({ kind: 'protocol-unknown' })
  const foreign = request.changes.some((change) => 'by' in change && change['by'] !== caller.staff)
  if (request.staff !== caller.staff || foreign) throw new CallFailed({ kind: 'other-person' })
}

const isTooOld = (request: SyncRequest, parts: AcceptanceParts): boolean =>
  request.schema < (parts.rowSchema ?? SCHEMA)

/** The rows of an answer, from a snapshot after the commit; an app too old for them gets none. */
const pull = (
  store: Store,
  { caller, request }: SyncCall,
  now: Instant,
  rules: { readonly isTooOld: boolean; readonly keptFor: number },
): Promise<Pulled> => {
  const { cursor, want, device } = request
  const { scopes } = caller
  return pullRows(store, caller.company, { cursor, want, device, scopes, now, ...rules })
}

/** Pushes one call of a company: its outcomes; throws CallFailed when nothing of it was processed. */
export type Push = (company: CompanyId, call: SyncCall) => Promise<readonly Outcome[]>

export const rulesFor =
  (services: AcceptanceServices, parts: AcceptanceParts) =>
  ({ request }: SyncCall): PushRules => ({
    ...{ services, apply: parts.apply, isTooOld: isTooOld(request, parts) },
  })

const pushAlone =
  (store: Store, services: AcceptanceServices, parts: AcceptanceParts): Push =>
  async (company, call) => {
    const [pushed] = await pushCalls(store, company, [call], rulesFor(services, parts))
    if (pushed instanceof CallFailed) throw pushed
    return pushed ?? []
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
  const call = { caller, request }
  const { push = pushAlone(store, services, parts) } = parts
  const outcomes = await push(caller.company, call)
  const now = services.now()
  const update = isTooOld(request, parts)
  const { keptFor = KEPT_ON_PHONES } = parts
  const pulled = await pull(store, call, now, { isTooOld: update, keptFor })
  const keptDays = Math.round(keptFor / DAY)
  return { protocol: PROTOCOL, serverTime: now, outcomes, ...pulled, update, keptDays }
}
