import { SECOND, type Instant } from '../domain/instant'
import { now } from './clock'

/** A tab that holds the lock says so this often. */
const BEAT = 10 * SECOND
/** Longer than a hidden tab's timers are held back: who was silent for so long is stuck. */
const SILENT = 90 * SECOND

export interface TabParts {
  /** Missing where the browser has none; then there is one tab. */
  readonly locks: Pick<LockManager, 'request'> | undefined
  /** Seen by all tabs of this app. */
  readonly beats: Pick<Storage, 'getItem' | 'setItem'>
  readonly now: () => Instant
  /** Answers how to end it. */
  readonly every: (milliseconds: number, work: () => void) => () => void
}

const browserParts = (): TabParts => ({
  ...{ locks: 'locks' in navigator ? navigator.locks : undefined, beats: localStorage, now },
  every: (milliseconds, work) => {
    const timer = setInterval(work, milliseconds)
    return () => clearInterval(timer)
  },
})

const isStolen = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'AbortError'

/**
 * Runs work while no other tab of this app does; answers false when another was at it. A tab that holds
 * the lock and gives no sign of life loses it, and its work is told by the signal.
 */
export const oneTab =
  (name: string, parts: TabParts = browserParts()) =>
  async (work: (signal: AbortSignal) => Promise<void>): Promise<boolean> => {
    const { locks, beats, every } = parts
    const lost = new AbortController()
    if (!locks) {
      await work(lost.signal)
      return true
    }
    const beat = () => beats.setItem(name, String(parts.now()))
    const isSilent = () => {
      const at = beats.getItem(name)
      return at !== null && Math.abs(parts.now() - Number(at)) > SILENT
    }
    let ended: Promise<void> = Promise.resolve()
    const hold = async (lock: Lock | null): Promise<boolean> => {
      if (!lock) return false
      beat()
      const stop = every(BEAT, beat)
      ended = work(lost.signal).finally(stop)
      await ended
      return true
    }
    try {
      if (await locks.request(name, { ifAvailable: true }, hold)) return true
      return isSilent() && (await locks.request(name, { steal: true }, hold))
    } catch (error) {
      if (!isStolen(error)) throw error
      lost.abort()
      await ended.catch(() => undefined)
      return false
    }
  }
