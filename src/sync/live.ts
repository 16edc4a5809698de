import { MINUTE, SECOND } from '../domain/instant'
import type { StaffId } from '../domain/id'
import type { After } from './limit'

export interface LiveParts {
  readonly staff: StaffId
  readonly open: (address: string) => EventSource
  /** Takes the browser's one stream for this tab; calls back when another tab takes it. */
  readonly takeStream: (lost: () => void) => void
  readonly wake: () => void
  readonly chance: () => number
  readonly after: After
}

export interface Live {
  /** Somebody looks at this tab: the stream is best held here. */
  seen(): void
  stop(): void
}

const POLL_EVERY = 30 * SECOND
const SPREAD = 2 * SECOND
/** The server ends each stream after ten minutes: one that lasts longer has no server at its end. */
const LIVES = 11 * MINUTE
/** What an event source says of itself. */
const [OPEN, CLOSED] = [1, 2]

class LiveListener implements Live {
  #source: EventSource | null = null
  #age = 0
  #isHolder = false
  #isStopped = false
  #callOff: () => void = () => undefined

  constructor(private readonly parts: LiveParts) {
    this.seen()
    this.#poll()
  }

  seen(): void {
    if (this.#isHolder || this.#isStopped) return
    this.#isHolder = true
    this.parts.takeStream(() => {
      this.#isHolder = false
      this.#source?.close()
    })
    this.#connect()
  }

  stop(): void {
    this.#isStopped = true
    this.#callOff()
    this.#source?.close()
  }

  #pullSoon(): void {
    this.parts.after(this.parts.chance() * SPREAD, this.parts.wake)
  }

  #connect(): void {
    this.#source?.close()
    const source = this.parts.open(`/api/v1/live?staff=${this.parts.staff}`)
    this.#source = source
    this.#age = 0
    // What was written between the last pull and now poked nobody here.
    source.addEventListener('open', () => {
      this.#age = 0
      this.#pullSoon()
    })
    source.addEventListener('poke', () => this.#pullSoon())
    source.addEventListener('bye', () => source.close())
  }

  #poll(): void {
    this.#callOff = this.parts.after(POLL_EVERY, () => {
      this.#age += POLL_EVERY
      const source = this.#source
      const isOld = this.#age >= LIVES
      if (isOld || source?.readyState !== OPEN) this.parts.wake()
      if (this.#isHolder && (isOld || source?.readyState === CLOSED)) this.#connect()
      this.#poll()
    })
  }
}

/**
 * [SY51] Pulls when poked, after 0–2 s of chance so that a hundred phones do not come at once; polls
 * every 30 s where there is no stream. One stream a browser, in the tab somebody looked at last.
 */
export const listenLive = (parts: LiveParts): Live => new LiveListener(parts)
