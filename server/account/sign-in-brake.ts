import { MINUTE, SECOND, type Instant } from '../../src/domain/instant'

const FREE_TRIES = 10
const FORGOTTEN_AFTER = 15 * MINUTE
const LONGEST_WAIT = 5 * MINUTE
const MOST_REMEMBERED = 50_000

interface Tries {
  readonly count: number
  readonly lastAt: Instant
}

/** Slows guessing down, per account and address; never locks anybody out for good. */
export class SignInBrake {
  readonly #tries = new Map<string, Tries>()

  /** Seconds to wait before the next try, 0 when it may be now. */
  waitFor(account: string, address: string, now: Instant): number {
    const tries = this.#tries.get(this.#key(account, address))
    if (!tries || now - tries.lastAt > FORGOTTEN_AFTER || tries.count < FREE_TRIES) return 0
    const pause = Math.min(2 ** (tries.count - FREE_TRIES) * SECOND, LONGEST_WAIT)
    return Math.max(0, Math.ceil((tries.lastAt + pause - now) / SECOND))
  }

  tried(account: string, address: string, now: Instant): void {
    const key = this.#key(account, address)
    const before = this.#tries.get(key)
    const isFresh = before !== undefined && now - before.lastAt <= FORGOTTEN_AFTER
    this.#tries.delete(key)
    this.#tries.set(key, { count: (isFresh ? before.count : 0) + 1, lastAt: now })
    const [oldest] = this.#tries.keys()
    if (this.#tries.size > MOST_REMEMBERED && oldest !== undefined) this.#tries.delete(oldest)
  }

  right(account: string, address: string): void {
    this.#tries.delete(this.#key(account, address))
  }

  #key(account: string, address: string): string {
    return `${account.toLowerCase()} ${address}`
  }
}
