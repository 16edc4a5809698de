import type { AcceptanceParts } from '../../server/acceptance/accept-sync'
import type { CompanyState } from '../../server/store/memory/company-state'
import { MemoryReader } from '../../server/store/memory/memory-reader'
import { MemoryStore } from '../../server/store/memory/memory-store'
import type { StoreReader, StoreWriter } from '../../server/store/store'
import type { CompanyId } from '../../src/domain/id'
import type { Ticket } from '../../src/domain/ticket/ticket'
import { applyChange } from '../../src/protocol/apply-change'
import type { Chance } from './chance'

/** Parts of the house taken out on purpose, to see the oracles go red. */
export const CONTROLS = [
  ...(['no-apply-check', 'ack-before-commit', 'plain-sequence', 'removed-at-outcome'] as const),
] as const
export type Control = (typeof CONTROLS)[number]

export const isControl = (name: string): name is Control =>
  (CONTROLS as readonly string[]).includes(name)

/** Trusts an answer although the transaction is then thrown away. */
class ForgetfulStore extends MemoryStore {
  constructor(private readonly chance: () => Chance) {
    super()
  }

  override async write<T>(
    company: CompanyId,
    work: Parameters<MemoryStore['write']>[1],
  ): Promise<T> {
    const before = this.stateOf(company)
    const value = await super.write(company, work)
    if (this.chance().isLucky(0.1))
      this.restore(company, { ...before, devices: this.stateOf(company).devices })
    return value as T
  }
}

/**
 * Hands out numbers that are known before their work is seen, as a sequence does: a slow writer's rows
 * come into sight when the next writer is done.
 */
class SequenceStore extends MemoryStore {
  #seenBefore: CompanyState | null = null

  constructor(private readonly chance: () => Chance) {
    super()
  }

  override async write<T>(
    company: CompanyId,
    work: (writer: StoreWriter) => Promise<T>,
  ): Promise<T> {
    const before = this.stateOf(company)
    const value = await super.write(company, work)
    this.#seenBefore = this.chance().isLucky(0.2) ? before : null
    return value
  }

  override read<T>(company: CompanyId, work: (reader: StoreReader) => Promise<T>): Promise<T> {
    const state = this.stateOf(company)
    const { records, gone } = this.#seenBefore ?? state
    return work(new MemoryReader({ ...state, records, gone }))
  }
}

/** Remembers no outcome: what was answered before is taken as new. */
class UnrememberingStore extends MemoryStore {
  override write<T>(company: CompanyId, work: (writer: StoreWriter) => Promise<T>): Promise<T> {
    return super.write(company, (writer) => {
      const ground = writer.ground.bind(writer)
      writer.ground = async (needs) => ({ ...(await ground(needs)), outcomes: new Map() })
      return work(writer)
    })
  }
}

export const storeFor = (control: Control | null, chance: () => Chance): MemoryStore => {
  if (control === 'ack-before-commit') return new ForgetfulStore(chance)
  if (control === 'plain-sequence') return new SequenceStore(chance)
  if (control === 'no-apply-check') return new UnrememberingStore()
  return new MemoryStore()
}

/** Does not look whether an act is in the thread already. */
export const applyUnchecked: AcceptanceParts['apply'] = (record, change, at, nameId) => {
  if (record === null || !('thread' in record)) return applyChange(record, change, at, nameId)
  const known = record.thread.filter((entry) => entry.change === change.id)
  const thread = record.thread.filter((entry) => entry.change !== change.id)
  const result = applyChange({ ...record, thread } as Ticket, change, at, nameId)
  if (result.outcome === 'refused' || !('thread' in result.record)) return result
  const doubled = [...known, ...result.record.thread] as Ticket['thread']
  return { ...result, record: { ...(result.record as Ticket), thread: doubled } }
}
