import { v5 } from 'uuid'
import type { ChangeId, DeviceId, NameId } from '../../src/domain/id'
import type { Instant } from '../../src/domain/instant'
import type { ActOf, KindName } from '../../src/domain/kind-table'
import type { Outcome } from '../../src/protocol/outcome'
import type { SyncRequest } from '../../src/protocol/sync-request'
import { LIMITS, PROTOCOL, SCHEMA } from '../../src/protocol/version'
import { acceptSync } from '../acceptance/accept-sync'
import type { Caller } from '../acceptance/caller'
import type { AcceptanceServices } from '../acceptance/services'
import type { Store } from '../store/store'

/** The same names give the same ids in every demonstration. */
const NAMESPACE = '6d656e67-7961-5000-8000-64656d6f0001'

export const demonstrationId = <Id extends string>(name: string): Id => v5(name, NAMESPACE) as Id

/** An id that follows from its name within a space. */
export const nameId: NameId = (space, name) => v5(name, space)

/** The services of acceptance at an instant of the past. */
export const servicesAt = (at: Instant, name: string): AcceptanceServices => ({
  now: () => at,
  newMark: () => demonstrationId(`mark ${name}`),
  nameId,
})

export const checkAccepted = (outcomes: readonly Outcome[]): void => {
  const bad = outcomes.find(({ outcome }) => outcome !== 'accepted' && outcome !== 'noted')
  if (bad) throw new Error(`The demonstration was not accepted: ${JSON.stringify(bad)}`)
}

type WrittenChange = SyncRequest['changes'][number] & { readonly at: Instant }

/**
 * One person's device in the demonstration. What it does goes through the same acceptance as
 * `POST /sync`, at the time it says, so the log replays to the same records.
 */
export class DemonstrationDevice {
  readonly device: DeviceId
  #waiting: WrittenChange[] = []
  #seq = 0

  constructor(
    private readonly store: Store,
    readonly caller: Caller,
    private readonly name: string,
  ) {
    this.device = demonstrationId<DeviceId>(`device ${name}`)
  }

  /** Its next change. */
  change<Kind extends KindName>(at: Instant, kind: Kind, record: string, act: ActOf<Kind>) {
    const seq = (this.#seq += 1)
    const id = demonstrationId<ChangeId>(`change ${this.name} ${seq}`)
    const by = this.caller.staff
    return { id, seq, at, clockOffset: 0, by, kind, record, schema: SCHEMA, act }
  }

  do<Kind extends KindName>(at: Instant, kind: Kind, record: string, act: ActOf<Kind>): void {
    this.#waiting.push(this.change(at, kind, record, act))
  }

  async send(): Promise<void> {
    const waiting = this.#waiting
    this.#waiting = []
    for (let from = 0; from < waiting.length; from += LIMITS.changesPerCall)
      await this.#call(waiting.slice(from, from + LIMITS.changesPerCall))
  }

  /** Nothing to send; it only shows that it is there. */
  async greet(at: Instant): Promise<void> {
    await this.#call([], at)
  }

  async #call(changes: readonly WrittenChange[], at = changes.at(-1)?.at ?? 0): Promise<void> {
    const { staff } = this.caller
    const request: SyncRequest = {
      ...{ protocol: PROTOCOL, staff, device: this.device, app: 'demonstration', schema: SCHEMA },
      ...{ cursor: null, changes: [...changes], want: LIMITS.rowsWanted.least },
      waiting: { changes: 0, photos: 0, oldestAt: null },
    }
    const services = servicesAt(at, `${this.name} ${this.#seq}`)
    const answer = await acceptSync(this.store, { ...this.caller, scopes: [] }, request, services)
    checkAccepted(answer.outcomes)
  }
}
