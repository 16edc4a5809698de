// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp, ref, shallowRef, type App } from 'vue'
import { rowsWithPhotos } from '../../server/acceptance/pull'
import { DAY } from '../../src/domain/instant'
import type { PlaceId } from '../../src/domain/place'
import type { TicketId } from '../../src/domain/ticket/ticket'
import { prune } from '../../src/storage/prune'
import { useEarlier } from '../../src/stores/earlier'
import { phoneKey, type Phone } from '../../src/stores/phone'
import { createSync } from '../../src/sync/create-sync'
import type { AskHistory } from '../../src/sync/history-wire'
import { nameId, newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { setUpPhone } from '../support/exchange-phone'

const PLACE = newId<PlaceId>()
let held: Awaited<ReturnType<typeof setUpPhone>>
let app: App
let isOnline = true
let most = 200
const about = shallowRef<PlaceId | null>(null)

const ask: AskHistory = async (of, before) => {
  if (!isOnline) return null
  const { caller, store } = held
  const { company, scopes } = caller.current
  return store.read(company, async (reader) => {
    const page = await reader.history(of, before ?? Number.MAX_SAFE_INTEGER, scopes, most)
    const none = () => Promise.resolve(new Set<string>())
    return { rows: await rowsWithPhotos(none, page.rows), more: page.more }
  })
}

/** A ticket at the place, put right on the spot. */
const settled = async (title: string) => {
  const record = newId<TicketId>()
  const act = receiveTicket(held.server.community, held.staff, {
    ...{ title, place: PLACE, fixed: { after: [], words: '拧紧了' } },
  })
  await held.saveAll([{ kind: 'Ticket', record, act }])
  await held.go()
  return record
}

const open = () => {
  const phone: Phone = {
    person: {
      ...{ staff: held.staff, name: '李敏', roles: ['steward'], company: held.server.company },
      ...{ companyName: '萌芽物业', scopes: [] },
    },
    ...{ database: held.database, sync: createSync(held.parts), now: () => held.server.clock },
    ...{ newId, nameId, tick: ref(held.server.clock) },
  }
  const page: ReturnType<typeof use>[] = []
  const use = () => useEarlier('Ticket', () => about.value, ask)
  app = createApp({
    setup: () => {
      page.push(use())
      return () => null
    },
  })
  app.provide(phoneKey, phone).mount(document.createElement('div'))
  const [earlier] = page
  if (!earlier) throw new Error('The page was not set up.')
  return earlier
}

beforeEach(async () => {
  held = await setUpPhone()
  isOnline = true
  most = 200
  about.value = null
})
afterEach(() => {
  app.unmount()
  held.database.close()
})

describe('[ST17] what has left the phone', () => {
  it('is seen online by its place, not what is here or open, and is not kept', async () => {
    await settled('旧的滴水')
    await prune(held.database, held.server.clock + 91 * DAY)
    await settled('还在手机上的')
    const earlier = open()
    expect(earlier.state.value).toBe('unchosen')
    about.value = PLACE
    await vi.waitFor(() => expect(earlier.state.value).toBe('read'))
    expect(earlier.found.value.map(({ title }) => title)).toEqual(['旧的滴水'])
    expect(await held.database.tickets.count()).toBe(1)
    about.value = newId<PlaceId>()
    await vi.waitFor(() => expect(earlier.state.value).toBe('read'))
    expect(earlier.found.value).toEqual([])
  })

  it('is said to need a network where there is none, and comes when there is', async () => {
    await settled('旧的滴水')
    await prune(held.database, held.server.clock + 91 * DAY)
    isOnline = false
    const earlier = open()
    about.value = PLACE
    await vi.waitFor(() => expect(earlier.state.value).toBe('unreached'))
    isOnline = true
    await earlier.read()
    expect(earlier.found.value).toHaveLength(1)
  })

  it('comes page by page, past what is on the phone', async () => {
    most = 1
    for (const title of ['最早的', '旧的']) await settled(title)
    await prune(held.database, held.server.clock + 91 * DAY)
    await settled('还在手机上的')
    const earlier = open()
    about.value = PLACE
    const titles = () => earlier.found.value.map(({ title }) => title)
    await vi.waitFor(() => expect(earlier.state.value).toBe('read'))
    expect([titles(), earlier.hasMore.value]).toEqual([['旧的'], true])
    await earlier.read()
    expect([titles(), earlier.hasMore.value]).toEqual([['旧的', '最早的'], false])
  })
})
