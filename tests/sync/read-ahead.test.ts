import { beforeAll, describe, expect, it } from 'vitest'
import type { WireServer } from '../support/acceptance'
import { readMeta } from '../../src/storage/meta'
import { exchange } from '../../src/sync/exchange'
import { freshMemory } from '../../src/sync/poison'
import type { SyncRequest } from '../../src/protocol/sync-request'
import type { SyncWire, WireReply } from '../../src/sync/wire'
import { exchangePhone, never, setUpPhone } from '../support/exchange-phone'

/** The fewest rows a call may ask for. */
const PAGE = 200
const TICKETS = 450

/** Small pages, and what was asked for in order. */
const smallPages = (onPost: (request: SyncRequest) => Promise<void> = () => Promise.resolve()) => {
  const asked: SyncRequest[] = []
  const between = (inner: SyncWire): SyncWire => ({
    post: async (request, signal) => {
      asked.push(request)
      await onPost(request)
      return signal.aborted ? { reached: false } : inner.post({ ...request, want: PAGE }, signal)
    },
  })
  return { asked, between }
}

const estate = async () => {
  const author = await setUpPhone()
  for (let each = 0; each < TICKETS; each += 1) {
    await author.newTicket(`第${each}件`)
    if (each % 90 === 0) await author.go()
  }
  await author.go()
  return author.server
}

describe('[SY71] the page after', () => {
  let server: WireServer
  beforeAll(async () => {
    server = await estate()
  })

  it('is asked for while the page before it is written, each once', async () => {
    const cursorsThen: unknown[] = []
    const pages = smallPages(async () => {
      cursorsThen.push(await readMeta(phone.database, 'cursor'))
    })
    const phone = await exchangePhone(server, { between: pages.between })
    expect(await phone.go()).toMatchObject({ ended: 'done', more: false })
    expect(await phone.database.tickets.count()).toBe(TICKETS)
    const cursors = pages.asked.map(({ cursor }) => cursor)
    expect(new Set(cursors).size).toBe(cursors.length)
    // Asked for from where the phone was not yet.
    expect(cursorsThen.slice(1).every((then, at) => then !== cursors[at + 1])).toBe(true)
  })

  it('is let go where something was saved meanwhile, and the call with it goes instead', async () => {
    const pages = smallPages()
    const phone = await exchangePhone(server, { between: pages.between })
    const memory = freshMemory()
    await exchange(phone.parts, memory, never)
    await phone.newTicket('写着的时候存的')
    await exchange(phone.parts, memory, never)
    expect(pages.asked.at(-1)?.changes).toHaveLength(1)
    expect(await phone.go()).toMatchObject({ ended: 'done', more: false })
    expect(await phone.database.tickets.count()).toBe(TICKETS + 1)
    expect(await phone.database.outbox.count()).toBe(0)
  })

  it('counts as not reached when it was waited for too long, and is asked for anew', async () => {
    let calls = 0
    let isStuck = true
    const phone = await exchangePhone(server, {
      between: (inner) => ({
        post: (request, signal) => {
          calls += 1
          const isLost = isStuck && calls === 2
          return isLost
            ? new Promise<WireReply>(() => undefined)
            : inner.post({ ...request, want: PAGE }, signal)
        },
      }),
    })
    const memory = freshMemory()
    await exchange(phone.parts, memory, never)
    const limit = new AbortController()
    const second = exchange(phone.parts, memory, limit.signal)
    limit.abort()
    expect(await second).toEqual({ ended: 'offline' })
    isStuck = false
    expect(await phone.go()).toMatchObject({ ended: 'done', more: false })
    expect(await phone.database.tickets.count()).toBeGreaterThanOrEqual(TICKETS)
  })
})
