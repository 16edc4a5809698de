import { describe, expect, it } from 'vitest'
import type { StaffId } from '../../src/domain/id'
import { MINUTE, SECOND } from '../../src/domain/instant'
import { listenLive } from '../../src/sync/live'
import { newId } from '../support/build/ids'
import { ManualClock } from '../support/manual-clock'

const STATE = { connecting: 0, open: 1, closed: 2 }

/** The browser's end of a stream, told by the test what comes over it. */
class Stream extends EventTarget {
  readyState = STATE.connecting

  constructor(readonly address: string) {
    super()
  }

  says(event: 'open' | 'poke' | 'bye'): void {
    if (event === 'open') this.readyState = STATE.open
    this.dispatchEvent(new Event(event))
  }

  close(): void {
    this.readyState = STATE.closed
  }
}

/** Tabs of one browser: of those that want the stream, whoever asked last has it. */
const browser = () => {
  let robbed: () => void = () => undefined
  return (lost: () => void) => {
    const before = robbed
    robbed = lost
    before()
  }
}

const openTab = (takeStream = browser(), chance = 0.5) => {
  const clock = new ManualClock()
  const streams: Stream[] = []
  const woken: number[] = []
  const staff = newId<StaffId>()
  const live = listenLive({
    ...{ staff, takeStream, after: clock.after, chance: () => chance },
    wake: () => woken.push(1),
    open: (address) => {
      const stream = new Stream(address)
      streams.push(stream)
      return stream as unknown as EventSource
    },
  })
  const latest = () => {
    const stream = streams.at(-1)
    if (!stream) throw new Error('No stream was opened.')
    return stream
  }
  /** How often it pulled while that went on. */
  const pullsIn = (milliseconds: number) => {
    woken.length = 0
    clock.advance(milliseconds)
    return woken.length
  }
  return { live, streams, latest, pullsIn, staff }
}

const settled = () => {
  const tab = openTab()
  tab.latest().says('open')
  tab.pullsIn(2 * SECOND)
  return tab
}

describe('[SY51] the live stream', () => {
  it('is asked for in the person’s name', () => {
    const { latest, staff } = openTab()
    expect(latest().address).toBe(`/api/v1/live?staff=${staff}`)
  })

  it('a poke pulls once, after as much of two seconds as chance says', () => {
    const tab = openTab(browser(), 0.75)
    tab.latest().says('open')
    tab.pullsIn(2 * SECOND)
    tab.latest().says('poke')
    expect(tab.pullsIn(1.4 * SECOND)).toBe(0)
    expect(tab.pullsIn(0.2 * SECOND)).toBe(1)
    expect(tab.pullsIn(20 * SECOND)).toBe(0)
  })

  it('pulls when it opens: what was written just before poked nobody', () => {
    const tab = openTab()
    tab.latest().says('open')
    expect(tab.pullsIn(2 * SECOND)).toBe(1)
  })

  it('does not poll while it is open', () => {
    const tab = settled()
    expect(tab.pullsIn(5 * MINUTE)).toBe(0)
    expect(tab.streams).toHaveLength(1)
  })

  it('without it there is a pull every 30 seconds, and it is asked for again', () => {
    const tab = settled()
    tab.latest().close()
    expect(tab.pullsIn(90 * SECOND)).toBe(3)
    expect(tab.streams).toHaveLength(2)
  })

  it('after bye the tab asks for another, and pulls', () => {
    const tab = settled()
    tab.latest().says('bye')
    expect(tab.latest().readyState).toBe(STATE.closed)
    expect(tab.pullsIn(30 * SECOND)).toBe(1)
    expect(tab.streams).toHaveLength(2)
  })

  it('that lives longer than any does is dead: the tab pulls and asks for another', () => {
    const tab = settled()
    expect(tab.pullsIn(11 * MINUTE)).toBe(1)
    expect(tab.streams).toHaveLength(2)
    expect(tab.streams[0]?.readyState).toBe(STATE.closed)
  })

  it('is one a browser: the tab somebody looks at has it, the other polls', () => {
    const take = browser()
    const [first, second] = [openTab(take), openTab(take)]
    second.latest().says('open')
    expect(first.latest().readyState).toBe(STATE.closed)
    expect(first.pullsIn(MINUTE)).toBe(2)
    expect(first.streams).toHaveLength(1)
    first.live.seen()
    first.latest().says('open')
    expect(first.streams).toHaveLength(2)
    expect(second.latest().readyState).toBe(STATE.closed)
    first.live.seen()
    expect(first.streams).toHaveLength(2)
  })

  it('ends with the page', () => {
    const tab = settled()
    tab.live.stop()
    expect(tab.latest().readyState).toBe(STATE.closed)
    expect(tab.pullsIn(5 * MINUTE)).toBe(0)
  })
})
