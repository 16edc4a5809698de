import { MINUTE, SECOND } from '../domain/instant'
import { exchange } from './exchange'
import type { ExchangeParts, ExchangeResult } from './exchange-parts'
import { sendPhotos, type PhotoParts } from './send-photos'
import { freshMemory } from './poison'
import type { SyncState } from './sync-state'

/** Runs work while no other tab does; answers false when another holds the lock. */
export type OneTab = (work: (signal: AbortSignal) => Promise<void>) => Promise<boolean>

export interface SyncParts extends ExchangeParts, PhotoParts {
  readonly oneTab: OneTab
  /** Calls back after so many milliseconds; answers how to call it off. */
  readonly after: (milliseconds: number, work: () => void) => () => void
}

export interface Sync {
  /** Something changed: a save, the network, the page, a poke. Runs now, or once more after this run. */
  wake(): void
  stop(): void
  readonly state: SyncState
  onState(listener: (state: SyncState) => void): () => void
}

const EXCHANGE_LIMIT = 30 * SECOND
const PATIENCE = { first: 2 * SECOND, most: 2 * MINUTE }
/** More exchanges than this in one run mean that something turns in circles. */
const MOST_ROUNDS = 500

class SyncRunner implements Sync {
  state: SyncState = { is: 'idle' }
  readonly #listeners = new Set<(state: SyncState) => void>()
  #isRunning = false
  #isWanted = false
  #isStopped = false
  #pause = PATIENCE.first
  #callOff: (() => void) | null = null

  constructor(private readonly parts: SyncParts) {}

  wake(): void {
    this.#isWanted = true
    if (this.#isRunning || this.#isStopped) return
    this.#callOff?.()
    this.#callOff = null
    this.#isRunning = true
    void this.#run().finally(() => {
      this.#isRunning = false
      if (this.#isWanted && !this.#isStopped && this.state.is === 'idle') this.wake()
    })
  }

  stop(): void {
    this.#isStopped = true
    this.#callOff?.()
    this.#listeners.clear()
  }

  onState(listener: (state: SyncState) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #say(state: SyncState): void {
    this.state = state
    for (const listener of this.#listeners) listener(state)
  }

  async #run(): Promise<void> {
    this.#isWanted = false
    try {
      const isOurs = await this.parts.oneTab(async (signal) => {
        this.#say({ is: 'running' })
        this.#say(await this.#exchangeAll(signal))
      })
      if (!isOurs) this.#tryLater(5 * SECOND)
    } catch (error) {
      this.#say({ is: 'trouble', kind: error instanceof Error ? error.name : 'unknown' })
      this.#backOff(null)
    }
  }

  async #exchangeAll(signal: AbortSignal): Promise<SyncState> {
    const memory = freshMemory()
    for (let round = 0; round < MOST_ROUNDS && !this.#isStopped; round += 1) {
      const limit = new AbortController()
      const callOff = this.parts.after(EXCHANGE_LIMIT, () => limit.abort())
      const result = await exchange(this.parts, memory, AbortSignal.any([signal, limit.signal]))
      callOff()
      if (result.ended === 'again' || (result.ended === 'done' && result.more)) continue
      if (result.ended !== 'done') return this.#endOf(result)
      this.#pause = PATIENCE.first
      return this.#photos(signal)
    }
    return { is: 'trouble', kind: 'circling' }
  }

  async #photos(signal: AbortSignal): Promise<SyncState> {
    const ended = await sendPhotos(this.parts, signal)
    if (ended === 'done') return { is: 'idle' }
    if (ended === 'signed-out') return { is: 'signed-out' }
    this.#backOff(null)
    return ended === 'offline' ? { is: 'offline' } : { is: 'trouble', kind: 'photo' }
  }

  #endOf(result: Exclude<ExchangeResult, { ended: 'done' | 'again' }>): SyncState {
    switch (result.ended) {
      case 'signed-out':
      case 'other-person':
        return { is: result.ended }
      case 'offline':
        this.#backOff(null)
        return { is: 'offline' }
      case 'trouble':
        this.#backOff(result.retryAfter)
        return { is: 'trouble', kind: result.kind }
    }
  }

  #backOff(retryAfter: number | null): void {
    this.#tryLater(retryAfter === null ? this.#pause : retryAfter * SECOND)
    this.#pause = Math.min(this.#pause * 2, PATIENCE.most)
  }

  #tryLater(milliseconds: number): void {
    if (this.#isStopped) return
    this.#callOff?.()
    this.#callOff = this.parts.after(milliseconds, () => this.wake())
  }
}

/** Empties the outbox and brings rows in whenever woken; knows no screen. */
export const createSync = (parts: SyncParts): Sync => new SyncRunner(parts)
