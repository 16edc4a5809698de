// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createApp, ref, type App } from 'vue'
import type { CommunityId } from '../../src/domain/community'
import { phoneKey, type Phone } from '../../src/stores/phone'
import { useSyncState } from '../../src/stores/sync-state'
import { useUploadLines, useUploadState } from '../../src/stores/upload'
import { useUploadSummary } from '../../src/stores/upload-summary'
import { createSync } from '../../src/sync/create-sync'
import { nameId, newId } from '../support/build/ids'
import { setUpPhone } from '../support/exchange-phone'
import type { Weather } from '../support/server-wire'

const apps: App[] = []
afterEach(() => {
  for (const app of apps.splice(0)) app.unmount()
})

/** A phone whose page shows what is on it and what went up; the real acceptance behind the network. */
const open = async () => {
  const sky: { weather: Weather } = { weather: 'lost-before' }
  const held = await setUpPhone({ weather: () => sky.weather })
  const { parts, database, staff } = held
  const sync = createSync(parts)
  const phone: Phone = {
    person: {
      ...{ staff, name: '李敏', roles: ['steward'], company: held.server.company },
      ...{ companyName: '萌芽物业', scopes: [] },
    },
    ...{ database, sync, now: parts.now, newId, nameId, tick: ref(held.server.clock) },
  }
  const show = (ticket: string) => {
    const shown: ReturnType<typeof use>[] = []
    const use = () => ({
      ...{ summary: useUploadSummary(), lines: useUploadLines(20), sync: useSyncState() },
      state: useUploadState('Ticket', () => ticket),
    })
    const app = createApp({
      setup: () => {
        shown.push(use())
        return () => null
      },
    })
    app.provide(phoneKey, phone).mount(document.createElement('div'))
    apps.push(app)
    const [page] = shown
    if (!page) throw new Error('The page was not set up.')
    return page
  }
  return { ...held, sky, sync, show }
}

describe('what the phone says of its uploads', () => {
  it('[ST8] says 已上传 only when the server has said so, and what it waits for until then', async () => {
    const { newTicket, show, sky, sync } = await open()
    const ticket = await newTicket('2号泵滴水')
    const page = show(ticket)
    expect(page.summary.value).toBeNull()
    expect(page.lines.value).toBeNull()
    await vi.waitFor(() => expect(page.summary.value?.changes).toBe(1))
    expect(page.state.value).toBe('onPhone')
    expect(page.summary.value?.oldestAt).not.toBeNull()
    sync.wake()
    await vi.waitFor(() => expect(page.sync.value.is).toBe('offline'))
    expect(page.summary.value?.lastSuccessAt).toBeNull()
    expect(page.state.value).toBe('onPhone')
    sky.weather = 'fine'
    sync.wake()
    await vi.waitFor(() => expect(page.sync.value.is).toBe('idle'))
    await vi.waitFor(() => expect(page.state.value).toBe('uploaded'))
    await vi.waitFor(() =>
      expect(page.summary.value).toMatchObject({ changes: 0, photos: 0, refused: 0 }),
    )
    await vi.waitFor(() => expect(page.summary.value?.lastSuccessAt).not.toBeNull())
    await vi.waitFor(() =>
      expect(page.lines.value?.map(({ id, state }) => [id, state])).toEqual([[ticket, 'uploaded']]),
    )
    sync.stop()
  })

  it('[ST8] shows what the server would not take, with its reason, and keeps it', async () => {
    const { newTicket, show, sky, sync, database } = await open()
    const elsewhere = await newTicket('别的小区', newId<CommunityId>())
    const page = show(elsewhere)
    sky.weather = 'fine'
    sync.wake()
    await vi.waitFor(() => expect(page.state.value).toBe('needsYou'))
    await vi.waitFor(() => expect(page.summary.value).toMatchObject({ changes: 0, refused: 1 }))
    await vi.waitFor(() => expect(page.lines.value?.[0]?.refusal).toBe('forbidden'))
    const [kept] = await database.outbox.toArray()
    expect(kept?.change.act).toMatchObject({ act: 'receive', title: '别的小区' })
    sync.stop()
  })
})
