import { acceptSync } from '../../server/acceptance/accept-sync'
import type { Caller } from '../../server/acceptance/caller'
import { eraseAgain, eraseRecord } from '../../server/acceptance/erase-record'
import type { Store } from '../../server/store/store'
import type { Erasure, ErasureTrace } from '../../server/store/stored'
import type { CommunityId } from '../../src/domain/community'
import type { CompanyId, RecordId, StaffId } from '../../src/domain/id'
import { applyChange } from '../../src/protocol/apply-change'
import type { SyncRequest } from '../../src/protocol/sync-request'
import { SCHEMA } from '../../src/protocol/version'
import { WireServer } from '../support/acceptance'
import { nameId } from '../support/build/ids'
import { applyUnchecked, type Control } from './control'

export interface SimServerParts {
  readonly company: CompanyId
  readonly community: CommunityId
  readonly control: Control | null
  /** Pages so small that what was answered and what shows it come in different calls. */
  readonly hasSmallPages: boolean
  readonly newMark: () => string
}

/** The server of a story: it is updated on its way, and its erasures outlive its database. */
export class SimServer extends WireServer {
  /** The rows it gives; older apps get none. */
  rowSchema = SCHEMA
  readonly #ledger: (Erasure & ErasureTrace)[] = []

  constructor(
    store: Store,
    private readonly sim: SimServerParts,
  ) {
    super(store, undefined, sim.company, sim.community)
    this.newMark = sim.newMark
  }

  get erased(): ReadonlySet<string> {
    return new Set(this.#ledger.map(({ id }) => id))
  }

  override accept(caller: Caller, request: SyncRequest) {
    const { control, hasSmallPages, newMark } = this.sim
    const services = { now: () => (this.clock += 1), newMark, nameId }
    const apply = control === 'no-apply-check' ? applyUnchecked : applyChange
    const asked = hasSmallPages ? { ...request, want: 3 } : request
    const parts = { apply, rowSchema: this.rowSchema }
    return acceptSync(this.store, caller, asked, services, parts)
  }

  async erase(id: RecordId, by: StaffId): Promise<void> {
    const erasure: Erasure = { kind: 'Ticket', id, at: this.clock, by, reason: 'asked' }
    await eraseRecord(this.store, this.company, erasure, {
      ...{ newMark: this.sim.newMark, nameId },
      writeDown: (whole) => {
        this.#ledger.push(whole)
        return Promise.resolve()
      },
    })
  }

  /** Before a restored server answers anybody; how many it had forgotten. */
  async eraseForgotten(): Promise<number> {
    let again = 0
    for (const erasure of this.#ledger) {
      const services = { newMark: this.sim.newMark, nameId }
      if (await eraseAgain(this.store, this.company, erasure, services)) again += 1
    }
    return again
  }
}
