import { afterEach, describe, expect, it } from 'vitest'
import { MINUTE, SECOND } from '../../src/domain/instant'
import type { PhotoItem } from '../../src/storage/photo-item'
import { createSync, type Sync, type SyncParts } from '../../src/sync/create-sync'
import type { PhotoResult } from '../../src/sync/photo-wire'
import type { SyncState } from '../../src/sync/sync-state'
import type { SyncWire, WireReply } from '../../src/sync/wire'
import { setUpPhone } from '../support/exchange-phone'
import { ManualClock } from '../support/manual-clock'

const running: Sync[] = []
afterEach(() => {
  for (const sync of running.splice(0)) sync.stop()
})

const busy = (status: number, retryAfter: number | null): WireReply => ({
  ...{ reached: true, status, body: null, retryAfter },
})

/** Lets a run that said how it ended come to its end. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** A phone whose sync runs by itself, with time that the test moves. */
const start = async (
  between?: (inner: SyncWire) => SyncWire,
  over: (phone: Phone) => Partial<SyncParts> = () => ({}),
) => {
  const phone = await setUpPhone(between ? { between } : {})
  const clock = new ManualClock()
  const sync = createSync({ ...phone.parts, after: clock.after, ...over(phone) })
  running.push(sync)
  /** How the run that goes on ends. */
  const ended = () =>
    new Promise<SyncState>((resolve) => {
      const stop = sync.onState((state) => {
        if (state.is === 'running') return
        stop()
        resolve(state)
      })
    })
  const run = async (begin: () => void = () => sync.wake()) => {
    const end = ended()
    begin()
    const state = await end
    await turn()
    return state
  }
  return { phone, clock, sync, run }
}

type Phone = Awaited<ReturnType<typeof setUpPhone>>

/** Answers each call with the next of these; then as the server does. */
const answering = (
  replies: readonly WireReply[],
  meanwhile: (call: number) => void = () => undefined,
) => {
  const left = [...replies]
  const calls: number[] = []
  const between = (inner: SyncWire): SyncWire => ({
    post: (request, signal) => {
      calls.push(request.changes.length)
      meanwhile(calls.length)
      const reply = left.shift()
      return reply ? Promise.resolve(reply) : inner.post(request, signal)
    },
  })
  return { between, calls }
}

const hashes = ['a', 'b', 'c'].map((letter) => letter.repeat(64))

/** Photos that wait, the oldest first. */
const keepPhotos = ({ database }: Phone) =>
  database.photos.bulkAdd(
    hashes.map((sha256, index): PhotoItem => {
      const blob = new Blob([sha256])
      return { sha256, blob, type: 'image/webp', bytes: 64, state: 'waiting', takenAt: index }
    }),
  )

describe('[SY52] a wait', () => {
  it.each([429, 503])(
    'that the server asks for with %i is kept, whatever wakes us',
    async (status) => {
      const { between, calls } = answering([busy(status, 60)])
      const { phone, clock, sync, run } = await start(between)
      await phone.newTicket('漏水')
      expect(await run()).toMatchObject({ is: 'trouble' })
      sync.wake()
      expect(sync.state.is).toBe('trouble')
      clock.advance(59 * SECOND)
      sync.wake()
      expect(sync.state.is).toBe('trouble')
      expect(await run(() => clock.advance(SECOND))).toEqual({ is: 'idle' })
      expect(calls).toHaveLength(2)
      expect(await phone.database.outbox.count()).toBe(0)
    },
  )

  it('of our own doubles, and ends at once when somebody wakes us', async () => {
    const away: WireReply = { reached: false }
    const { between, calls } = answering([away, away, away])
    const { phone, clock, run } = await start(between)
    await phone.newTicket('漏水')
    expect(await run()).toEqual({ is: 'offline' })
    await run(() => clock.advance(2 * SECOND))
    clock.advance(3 * SECOND)
    expect(calls).toHaveLength(2)
    await run(() => clock.advance(SECOND))
    expect(calls).toHaveLength(3)
    expect(await run()).toEqual({ is: 'idle' })
  })

  /** Offline so long that the next try by itself would be a minute away; the seventh fails too. */
  const longAway = async (duringSeventh: (sync: Sync) => void = () => undefined) => {
    const away = new Array<WireReply>(7).fill({ reached: false })
    const { between } = answering(away, (call) => {
      if (call === 7) duringSeventh(started.sync)
    })
    const started = await start(between)
    const { phone, clock, run } = started
    await phone.newTicket('漏水')
    await run()
    for (const seconds of [2, 4, 8, 16, 32]) await run(() => clock.advance(seconds * SECOND))
    return started
  }

  it('of our own begins anew when the network comes, which may stumble at first', async () => {
    const { clock, sync, run } = await longAway()
    expect(await run(() => sync.tryAnew())).toEqual({ is: 'offline' })
    expect(await run(() => clock.advance(2 * SECOND))).toEqual({ is: 'idle' })
  })

  it('of our own is short after a run in which something woke us', async () => {
    const { clock, run } = await longAway((sync) => sync.wake())
    expect(await run()).toEqual({ is: 'offline' })
    expect(await run(() => clock.advance(2 * SECOND))).toEqual({ is: 'idle' })
  })

  it('for photos ends their turn, and holds changes back as well', async () => {
    const sent: string[] = []
    const photos = {
      send: ({ sha256 }: PhotoItem): Promise<PhotoResult> => {
        sent.push(sha256)
        return Promise.resolve({ is: 'busy', retryAfter: 40 })
      },
    }
    const { between, calls } = answering([])
    const { phone, clock, sync, run } = await start(between, () => ({ photos }))
    await keepPhotos(phone)
    expect(await run()).toEqual({ is: 'trouble', kind: 'photo' })
    sync.wake()
    expect(sync.state.is).toBe('trouble')
    await run(() => clock.advance(40 * SECOND))
    expect(sent).toEqual([hashes[0], hashes[0]])
    expect(calls).toHaveLength(2)
  })

  it('for a photo that cannot be sent grows, although calls go through', async () => {
    const photos = { send: (): Promise<PhotoResult> => Promise.resolve({ is: 'trouble' }) }
    const { between, calls } = answering([])
    const { phone, clock, run } = await start(between, () => ({ photos }))
    await keepPhotos(phone)
    await run()
    for (const seconds of [2, 4, 8]) {
      clock.advance((seconds - 1) * SECOND)
      await run(() => clock.advance(SECOND))
    }
    expect(calls).toHaveLength(4)
  })

  it('for another tab that is at it is five seconds', async () => {
    const { between, calls } = answering([])
    let isHeld = true
    const { clock, sync, run } = await start(between, ({ parts }) => ({
      oneTab: (work) => (isHeld ? Promise.resolve(false) : parts.oneTab(work)),
    }))
    sync.wake()
    await Promise.resolve()
    isHeld = false
    await run(() => clock.advance(5 * SECOND))
    expect(calls).toHaveLength(1)
  })
})

describe('[SY53] a run', () => {
  it('sends what was saved meanwhile before the next photo, and at least one photo between', async () => {
    const story: string[] = []
    const { between } = answering([])
    const telling = (inner: SyncWire): SyncWire => ({
      post: (request, signal) => {
        story.push(`call ${request.changes.length}`)
        return between(inner).post(request, signal)
      },
    })
    const { phone, sync, run } = await start(telling, () => ({
      photos: {
        send: async ({ sha256 }: PhotoItem): Promise<PhotoResult> => {
          story.push(`photo ${sha256.slice(0, 1)}`)
          if (sha256 === hashes[0]) await phone.newTicket('拍照时又记了一条')
          sync.wake()
          return { is: sha256 === hashes[1] ? 'trouble' : 'confirmed' }
        },
      },
    }))
    await keepPhotos(phone)
    expect(await run()).toEqual({ is: 'trouble', kind: 'photo' })
    expect(story).toEqual(['call 0', 'photo a', 'call 1', 'photo b', 'call 0', 'photo c', 'call 0'])
  })

  it('gives a call that was cut for being slow more time the next time', async () => {
    const cut: number[] = []
    const slow = (): SyncWire => ({
      post: (_, signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            cut.push(1)
            resolve({ reached: false })
          })
          asked()
        }),
    })
    let asked: () => void = () => undefined
    const { clock, sync, run } = await start(slow)
    const begun = (begin: () => void) => {
      const isAsked = new Promise<void>((resolve) => (asked = resolve))
      begin()
      return isAsked
    }
    await begun(() => sync.wake())
    await run(() => clock.advance(30 * SECOND))
    expect(cut).toHaveLength(1)
    await begun(() => clock.advance(2 * SECOND))
    clock.advance(59 * SECOND)
    expect(cut).toHaveLength(1)
    await run(() => clock.advance(SECOND))
    expect(cut).toHaveLength(2)
    await begun(() => clock.advance(MINUTE))
  })
})
