import type { CompanyId } from '../../src/domain/id'
import { applyChange } from '../../src/protocol/apply-change'
import type { Outcome } from '../../src/protocol/outcome'
import type { Store } from '../store/store'
import { rulesFor, type Push } from './accept-sync'
import { CallFailed } from './failure'
import { pushCalls, type SyncCall } from './push-calls'
import type { AcceptanceServices } from './services'

interface WaitingCall {
  readonly call: SyncCall
  readonly resolve: (outcomes: readonly Outcome[]) => void
  readonly reject: (error: unknown) => void
}

/** So much at most in one transaction, that none who waits waits long. */
const MOST = { calls: 64, changes: 400 }

/** The calls of one company that are under way in this process. */
class CompanyDoor {
  readonly #waiting: WaitingCall[] = []
  #isOpen = false

  constructor(
    private readonly push: (
      calls: readonly SyncCall[],
    ) => Promise<readonly (readonly Outcome[] | CallFailed)[]>,
  ) {}

  get isEmpty(): boolean {
    return !this.#isOpen
  }

  enter(call: SyncCall): Promise<readonly Outcome[]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ call, resolve, reject })
      if (!this.#isOpen) void this.#letIn()
    })
  }

  async #letIn(): Promise<void> {
    this.#isOpen = true
    for (let next = this.#next(); next.length > 0; next = this.#next()) await this.#answer(next)
    this.#isOpen = false
  }

  #next(): readonly WaitingCall[] {
    let count = 0
    let changes = 0
    for (const { call } of this.#waiting.slice(0, MOST.calls)) {
      changes += call.request.changes.length
      if (count > 0 && changes > MOST.changes) break
      count += 1
    }
    return this.#waiting.splice(0, count)
  }

  async #answer(waiting: readonly WaitingCall[]): Promise<void> {
    try {
      const pushed = await this.push(waiting.map(({ call }) => call))
      for (const [index, { resolve, reject }] of waiting.entries()) {
        const outcomes = pushed[index]
        if (outcomes === undefined || outcomes instanceof CallFailed) reject(outcomes)
        else resolve(outcomes)
      }
    } catch (error) {
      // Whatever broke, nothing was written: each alone, so that it breaks for nobody else.
      if (waiting.length > 1) for (const each of waiting) await this.#answer([each])
      else waiting[0]?.reject(error)
    }
  }
}

/**
 * [SY28] Calls of one company that come while another is being written share the next transaction: one
 * lock and one flush for all of them. Each is judged, numbered and answered as if it were alone.
 */
export const pushTogether = (store: Store, services: AcceptanceServices): Push => {
  const doors = new Map<CompanyId, CompanyDoor>()
  const rulesOf = rulesFor(services, { apply: applyChange })
  return async (company, call) => {
    const door =
      doors.get(company) ?? new CompanyDoor((calls) => pushCalls(store, company, calls, rulesOf))
    doors.set(company, door)
    try {
      return await door.enter(call)
    } finally {
      if (door.isEmpty) doors.delete(company)
    }
  }
}
