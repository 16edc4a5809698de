import { acceptSync, type AcceptanceParts } from '../../server/acceptance/accept-sync'
import type { Caller } from '../../server/acceptance/caller'
import { grantScopes } from '../../server/acceptance/grant-scopes'
import type { Store } from '../../server/store/store'
import type { CommunityId } from '../../src/domain/community'
import type { ChangeId, CompanyId, DeviceId, StaffId } from '../../src/domain/id'
import type { KindName } from '../../src/domain/kind-table'
import { scopesOf, type Grant } from '../../src/domain/permission'
import type { PlaceId } from '../../src/domain/place'
import type { Role } from '../../src/domain/role'
import type { SyncRequest } from '../../src/protocol/sync-request'
import { nameId, newId } from './build/ids'
import { SCHEMA } from '../../src/protocol/version'

/** Why a call failed as a whole; null when it did not. */
export const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => (error as { failure?: unknown }).failure ?? error,
  )

export const T0 = 1_790_000_000_000

/** A phone as the server sees one: numbers its changes, keeps its cursor. */
export class WirePhone {
  cursor: string | null = null
  seq = 0

  constructor(
    readonly server: WireServer,
    readonly caller: Caller,
    public device: DeviceId = newId(),
  ) {}

  change(kind: KindName, record: string, act: object, over: object = {}) {
    this.seq += 1
    return {
      id: newId<ChangeId>(),
      seq: this.seq,
      at: this.server.clock,
      clockOffset: 0,
      by: this.caller.staff,
      kind,
      record,
      schema: SCHEMA,
      act,
      ...over,
    }
  }

  request(changes: readonly object[] = [], over: Partial<SyncRequest> = {}): SyncRequest {
    return {
      protocol: 1,
      staff: this.caller.staff,
      device: this.device,
      app: 'test',
      schema: SCHEMA,
      cursor: this.cursor,
      changes: changes as SyncRequest['changes'],
      waiting: { changes: 0, photos: 0, oldestAt: null },
      want: 200,
      ...over,
    }
  }

  async sync(changes: readonly object[] = [], over: Partial<SyncRequest> = {}) {
    const answer = await this.server.accept(this.caller, this.request(changes, over))
    this.cursor = answer.cursor
    return answer
  }
}

/** Acceptance over a store, with one company and a clock the test moves. */
export class WireServer {
  clock = T0
  newMark: () => string = () => `${this.clock}-${(this.marks += 1)}-${newId<string>()}`
  marks = 0

  constructor(
    readonly store: Store,
    readonly parts?: AcceptanceParts,
    readonly company: CompanyId = newId(),
    readonly community: CommunityId = newId(),
  ) {}

  accept(caller: Caller, request: SyncRequest) {
    const services = {
      now: () => (this.clock += 1),
      newMark: () => this.newMark(),
      nameId,
    }
    return this.parts
      ? acceptSync(this.store, caller, request, services, this.parts)
      : acceptSync(this.store, caller, request, services)
  }

  async staff(
    roles: readonly Role[],
    communities = [this.community],
    buildings: readonly PlaceId[] = [],
  ): Promise<Caller> {
    const staff = newId<StaffId>()
    const grants = communities.flatMap((community) =>
      roles.map((role): Grant => ({ role, community, buildings })),
    )
    await grantScopes(this.store, this.company, staff, grants, this.clock)
    return { company: this.company, staff, roles, scopes: scopesOf(grants, staff) }
  }

  async phone(roles: readonly Role[] = ['steward'], communities?: CommunityId[]) {
    return new WirePhone(this, await this.staff(roles, communities))
  }
}
