import { v5 } from 'uuid'
import type { ChangeId, DeviceId } from '../../src/domain/id'
import type { Instant } from '../../src/domain/instant'
import type { ActOf, KindName } from '../../src/domain/kind-table'
import type { SyncRequest } from '../../src/protocol/sync-request'
import { LIMITS, PROTOCOL, SCHEMA } from '../../src/protocol/version'
import { acceptSync } from '../acceptance/accept-sync'
import type { Caller } from '../acceptance/caller'
import type { Store } from '../store/store'

/** The same names give the same ids in every demonstration. */
const NAMESPACE = '6d656e67-7961-5000-8000-64656d6f0001'

export const demonstrationId = <Id extends string>(name: string): Id => v5(name, NAMESPACE) as Id

interface WrittenAct {
  readonly at: Instant
  readonly kind: KindName
  readonly record: string
  readonly act: object
}

/**
 * One person's device in the demonstration. What it does goes through the same acceptance as
 * `POST /sync`, at the time it says, so the log replays to the same records.
 */
export class DemonstrationDevice {
  readonly #device: DeviceId
  #waiting: WrittenAct[] = []
  #seq = 0

  constructor(
    private readonly store: Store,
    private readonly caller: Caller,
    private readonly name: string,
  ) {
    this.#device = demonstrationId<DeviceId>(`device ${name}`)
  }

  do<Kind extends KindName>(at: Instant, kind: Kind, record: string, act: ActOf<Kind>): void {
    this.#waiting.push({ at, kind, record, act })
  }

  async send(): Promise<void> {
    const waiting = this.#waiting
    this.#waiting = []
    for (let from = 0; from < waiting.length; from += LIMITS.changesPerCall)
      await this.#call(waiting.slice(from, from + LIMITS.changesPerCall))
  }

  async #call(acts: readonly WrittenAct[]): Promise<void> {
    const changes = acts.map(({ at, kind, record, act }) => ({
      id: demonstrationId<ChangeId>(`change ${this.name} ${(this.#seq += 1)}`),
      seq: this.#seq,
      ...{ at, clockOffset: 0, by: this.caller.staff, kind, record, schema: SCHEMA, act },
    }))
    const last = acts.at(-1)?.at ?? 0
    const request: SyncRequest = {
      ...{
        protocol: PROTOCOL,
        staff: this.caller.staff,
        device: this.#device,
        app: 'demonstration',
      },
      ...{ schema: SCHEMA, cursor: null, changes, want: 200 },
      waiting: { changes: 0, photos: 0, oldestAt: null },
    }
    const answer = await acceptSync(this.store, { ...this.caller, scopes: [] }, request, {
      now: () => last,
      newMark: () => demonstrationId(`mark ${this.name} ${this.#seq}`),
      nameId: (namespace, name) => v5(name, namespace),
    })
    const bad = answer.outcomes.find(({ outcome }) => outcome !== 'accepted' && outcome !== 'noted')
    if (bad) throw new Error(`The demonstration was not accepted: ${JSON.stringify(bad)}`)
  }
}
