import { describe, expect, it } from 'vitest'
import { oneTab, type TabParts } from '../../src/device/one-tab'
import { SECOND } from '../../src/domain/instant'
import { ManualClock } from '../support/manual-clock'

type Hold = (lock: Lock | null) => Promise<boolean>

/** The browser's lock, of which there is one here. */
class OneLock {
  #lose: ((error: unknown) => void) | null = null

  request(_: string, { steal = false }: LockOptions, hold: Hold): Promise<boolean> {
    if (this.#lose && !steal) return hold(null)
    this.#lose?.(new DOMException('stolen', 'AbortError'))
    const isLost = new Promise<boolean>((_done, fail) => (this.#lose = fail))
    const lose = this.#lose
    return Promise.race([
      isLost,
      hold({ name: 'lock', mode: 'exclusive' }).finally(() => {
        if (this.#lose === lose) this.#lose = null
      }),
    ])
  }
}

/** Two tabs of one browser; `isFrozen` stops the first one's timers. */
const twoTabs = () => {
  const clock = new ManualClock()
  const kept = new Map<string, string>()
  let time = 1_000_000
  let isFrozen = false
  const every: TabParts['every'] = (milliseconds, work) => {
    let stop: () => void = () => undefined
    const again = () => {
      stop = clock.after(milliseconds, () => {
        if (!isFrozen) work()
        again()
      })
    }
    again()
    return () => stop()
  }
  const parts: TabParts = {
    locks: new OneLock() as unknown as LockManager,
    beats: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
    },
    ...{ now: () => time, every },
  }
  return {
    one: oneTab('sync', parts),
    two: oneTab('sync', parts),
    freeze: () => (isFrozen = true),
    pass: (seconds: number) => {
      for (let second = 0; second < seconds; second += 1) {
        time += SECOND
        clock.advance(SECOND)
      }
    },
    setClock: (instant: number) => (time = instant),
  }
}

/** Work that goes on until its tab is told that it lost the lock. */
const untilLost = (signal: AbortSignal) =>
  new Promise<void>((_, fail) => signal.addEventListener('abort', () => fail(new Error('lost'))))

const atOnce = () => Promise.resolve()

describe('[SY59] one tab', () => {
  it('is at it while the others wait, however long it takes', async () => {
    const { one, two, pass } = twoTabs()
    void one(untilLost)
    pass(600)
    expect(await two(atOnce)).toBe(false)
  })

  it('hands over when its work is done', async () => {
    const { one, two } = twoTabs()
    expect(await one(atOnce)).toBe(true)
    expect(await two(atOnce)).toBe(true)
  })

  it('that gives no sign of life loses its place, and its work is told', async () => {
    const { one, two, freeze, pass } = twoTabs()
    const first = one(untilLost)
    freeze()
    pass(80)
    expect(await two(atOnce)).toBe(false)
    pass(11)
    expect(await two(atOnce)).toBe(true)
    expect(await first).toBe(false)
    expect(await two(atOnce)).toBe(true)
  })

  it('is not trusted for ever because the clock was set back', async () => {
    const { one, two, freeze, setClock } = twoTabs()
    void one(untilLost)
    freeze()
    setClock(0)
    expect(await two(atOnce)).toBe(true)
  })

  it('says what broke in its work', async () => {
    const { one, two } = twoTabs()
    await expect(one(() => Promise.reject(new Error('disk')))).rejects.toThrow('disk')
    expect(await two(atOnce)).toBe(true)
  })

  it('is the only one where the browser has no locks', async () => {
    const parts: TabParts = {
      ...{ locks: undefined, now: () => 0, every: () => () => undefined },
      beats: { getItem: () => null, setItem: () => undefined },
    }
    expect(await oneTab('sync', parts)(atOnce)).toBe(true)
  })
})
