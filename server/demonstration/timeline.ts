import type { ChangeId, StaffId } from '../../src/domain/id'
import type { Instant } from '../../src/domain/instant'
import type { ActOf, AnyAct, AnyRecord, KindName, RecordOf } from '../../src/domain/kind-table'
import { anyKind } from '../../src/protocol/apply-change'
import type { Caller } from '../acceptance/caller'
import type { ExportedChange } from '../acceptance/exported-change'
import { importChanges } from '../acceptance/import-changes'
import type { Store } from '../store/store'
import {
  checkAccepted,
  demonstrationId,
  nameId,
  servicesAt,
  type DemonstrationDevice,
} from './writer'
import type { Scope } from '../../src/domain/scope'

/** A person of the demonstration with the device in their hand. */
export interface Hand {
  readonly staff: StaffId
  readonly device: DemonstrationDevice
  readonly scopes: readonly Scope[]
}

interface Deed {
  readonly at: Instant
  readonly hand: Hand
  readonly kind: KindName
  readonly record: string
  readonly act: () => object
  readonly write: () => ExportedChange
}

/** A change and, once it is written, its id. */
export interface Written {
  readonly id: ChangeId | null
}

/** Many people’s acts in one call: sixty days are in before anybody wonders whether it hangs. */
const ACTS_PER_CALL = 500

/**
 * What everybody did in sixty days, gathered first and then taken in, in the order it happened, the
 * way work exported from phones is: same acceptance, own devices and authors.
 */
export class Timeline {
  #deeds: Deed[] = []

  constructor(readonly now: Instant) {}

  /** What would only be done later than now is not done yet. */
  add<Kind extends KindName>(
    hand: Hand,
    at: Instant,
    kind: Kind,
    record: string,
    act: ActOf<Kind>,
  ): void {
    this.answer(hand, at, kind, record, () => act)
  }

  /** The same where the act names a change before it, as they have their ids only when they are written. */
  answer<Kind extends KindName>(
    hand: Hand,
    at: Instant,
    kind: Kind,
    record: string,
    act: () => ActOf<Kind>,
  ): Written {
    const written: { id: ChangeId | null } = { id: null }
    const { device } = hand
    const write = () => {
      const change = device.change(at, kind, record, act())
      written.id = change.id
      return { device: device.device, ...change }
    }
    if (at <= this.now) this.#deeds.push({ at, hand, kind, record, act, write })
    return written
  }

  /** Everything of a kind as it stood then, by what was done until then. */
  recordsAt<Kind extends KindName>(kind: Kind, until: Instant): readonly RecordOf<Kind>[] {
    const { apply } = anyKind(kind)
    const held = new Map<string, AnyRecord>()
    const deeds = this.#deeds.filter((deed) => deed.kind === kind && deed.at <= until)
    for (const [index, { at, hand, record, act }] of deeds.sort((a, b) => a.at - b.at).entries()) {
      const change = demonstrationId<ChangeId>(`as it stood ${index}`)
      const context = { at, by: hand.staff, change, record: record, nameId }
      const done = apply(held.get(record) ?? null, act() as AnyAct, context)
      if (done.outcome !== 'refused') held.set(record, done.record)
    }
    return [...held.values()] as RecordOf<Kind>[]
  }

  async write(store: Store, importer: Caller): Promise<void> {
    const deeds = this.#deeds.sort((a, b) => a.at - b.at)
    this.#deeds = []
    const callers = new Map(deeds.map(({ hand }) => [hand.staff, hand.device.caller]))
    const rolesOf = (staff: StaffId) => Promise.resolve(callers.get(staff)?.roles ?? [])
    for (let from = 0; from < deeds.length; from += ACTS_PER_CALL) {
      const part = deeds.slice(from, from + ACTS_PER_CALL)
      const services = servicesAt(part.at(-1)?.at ?? 0, `past ${from}`)
      const changes = part.map(({ write }) => write())
      checkAccepted(await importChanges(store, importer, changes, rolesOf, services, true))
    }
    await this.#greet(deeds)
  }

  /** Each device is heard from when its person last did something. */
  async #greet(deeds: readonly Deed[]): Promise<void> {
    const last = new Map(deeds.map(({ hand, at }) => [hand.device, at]))
    for (const [device, at] of last) await device.greet(at)
  }
}
