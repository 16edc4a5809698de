import { MINUTE, SECOND } from '../domain/instant'
import type { ExchangeParts, ExchangeResult } from './exchange-parts'
import { limitOf, type After } from './limit'
import type { PhotoParts, PhotosEnded } from './send-photos'
import type { SyncState } from './sync-state'

/** Runs work while no other tab does; answers false when another holds the lock. */
export type OneTab = (work: (signal: AbortSignal) => Promise<void>) => Promise<boolean>

export interface SyncParts extends ExchangeParts, PhotoParts {
  readonly oneTab: OneTab
  readonly after: After
}

export interface Sync {
  /** Something changed: a save, the page, a poke. Runs now, or once more after this run. */
  wake(): void
  /** There is reason to believe it works now: the network came, a person asks. Waits begin anew. */
  tryAnew(): void
  stop(): void
  readonly state: SyncState
  onState(listener: (state: SyncState) => void): () => void
}

/** How long an exchange may take; longer after one that was cut, for a network that is only slow. */
const EXCHANGE_LIMIT = { first: 30 * SECOND, most: 5 * MINUTE }
const PATIENCE = { first: 2 * SECOND, most: 2 * MINUTE }
/** More exchanges than this in one run mean that something turns in circles. */
const MOST_ROUNDS = 500

/** Ends by itself; who is signed out is not signed in by trying. */
const isPassing = ({ is }: SyncState): boolean => is === 'offline' || is === 'trouble'

/** All is done that may be done now. */
const isAtRest = ({ is }: SyncState): boolean => is === 'idle' || is === 'awaits-wifi'

class SyncRunner implements Sync {
  state: SyncState = { is: 'idle' }
  readonly #listeners = new Set<(state: SyncState) => void>()
  #isRunning = false
  #isWanted = false
  #isStopped = false
  #isHeldBack = false
  #pause = PATIENCE.first
  #limit = EXCHANGE_LIMIT.first
  #callOff: (() => void) | null = null

  constructor(private readonly parts: SyncParts) {}

  wake(): void {
    this.#isWanted = true
    if (this.#isRunning || this.#isHeldBack || this.#isStopped) return
    this.#callOff?.()
    this.#callOff = null
    this.#isRunning = true
    void this.#run().finally(() => {
      this.#isRunning = false
      if (!this.#isWanted || this.#isStopped) return
      if (isAtRest(this.state)) this.wake()
      // Whoever woke us meanwhile may know that it works by now.
      else if (isPassing(this.state) && !this.#isHeldBack) this.#tryLater(PATIENCE.first)
    })
  }

  tryAnew(): void {
    this.#pause = PATIENCE.first
    this.wake()
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
        this.#say(await this.#sendAll(signal))
      })
      if (!isOurs) this.#tryLater(5 * SECOND)
    } catch (error) {
      this.#say({ is: 'trouble', kind: error instanceof Error ? error.name : 'unknown' })
      this.#backOff(null)
    }
  }

  /** Changes before photos: what is saved meanwhile does not wait for forty of them. */
  async #sendAll(signal: AbortSignal): Promise<SyncState> {
    // Until something is to be sent or brought in, none of this is needed.
    const [{ exchange }, { freshMemory }, { freshPhotoMemory, sendPhotos }, { isRevokedAndSent }] =
      await Promise.all([
        import('./exchange'),
        import('./poison'),
        import('./send-photos'),
        import('../storage/revoked'),
      ])
    const memory = freshMemory()
    const once = (limit: AbortSignal) => exchange(this.parts, memory, limit)
    const photos = freshPhotoMemory()
    for (let round = 0; round < MOST_ROUNDS && !this.#isStopped; round += 1) {
      this.#isWanted = false
      const result = await this.#exchange(once, signal)
      if (result.ended === 'again' || (result.ended === 'done' && result.more)) continue
      // Its session ended with the call that said nothing waits; what was kept is in a file by now.
      if (result.ended === 'signed-out' && (await isRevokedAndSent(this.parts.database)))
        return { is: 'revoked' }
      if (result.ended !== 'done') return this.#endOf(result)
      const mustPause = () => this.#isWanted
      const sent = await sendPhotos(this.parts, { memory: photos, signal, mustPause })
      if (sent.ended === 'done' && (await isRevokedAndSent(this.parts.database)))
        return { is: 'revoked' }
      if (sent.ended !== 'paused') return this.#endOfPhotos(sent)
    }
    this.#backOff(null)
    return { is: 'trouble', kind: 'circling' }
  }

  async #exchange(
    once: (limit: AbortSignal) => Promise<ExchangeResult>,
    signal: AbortSignal,
  ): Promise<ExchangeResult> {
    const limit = limitOf(this.parts.after, signal, this.#limit)
    try {
      const result = await once(limit.signal)
      if (limit.isOver()) this.#limit = Math.min(this.#limit * 2, EXCHANGE_LIMIT.most)
      else if (result.ended === 'done') this.#limit = EXCHANGE_LIMIT.first
      return result
    } finally {
      limit.end()
    }
  }

  #endOfPhotos(sent: Exclude<PhotosEnded, { ended: 'paused' }>): SyncState {
    if (sent.ended === 'trouble') return this.#endOf({ ...sent, kind: 'photo' })
    if (sent.ended === 'awaits-wifi') {
      this.#pause = PATIENCE.first
      return { is: sent.ended }
    }
    if (sent.ended !== 'done') return this.#endOf({ ended: sent.ended })
    this.#pause = PATIENCE.first
    return { is: 'idle' }
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

  /** [SY52] A wait the server asked for is kept whatever wakes us; one of our own is not. */
  #backOff(retryAfter: number | null): void {
    this.#isHeldBack = retryAfter !== null
    this.#tryLater(retryAfter === null ? this.#pause : retryAfter * SECOND)
    this.#pause = Math.min(this.#pause * 2, PATIENCE.most)
  }

  #tryLater(milliseconds: number): void {
    if (this.#isStopped) return
    this.#callOff?.()
    this.#callOff = this.parts.after(milliseconds, () => {
      this.#isHeldBack = false
      this.wake()
    })
  }
}

/** Empties the outbox and brings rows in whenever woken; knows no screen. */
export const createSync = (parts: SyncParts): Sync => new SyncRunner(parts)
