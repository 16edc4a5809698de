// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createApp, ref, type App } from 'vue'
import type { Scope } from '../../src/domain/scope'
import { writeMeta } from '../../src/storage/meta'
import { pullFromNothing } from '../../src/storage/requeue'
import { useFirstDownload } from '../../src/stores/first-download'
import { phoneKey, type Phone } from '../../src/stores/phone'
import { createSync } from '../../src/sync/create-sync'
import { nameId, newId } from '../support/build/ids'
import { setUpPhone } from '../support/exchange-phone'

const apps: App[] = []
afterEach(() => {
  for (const app of apps.splice(0)) app.unmount()
})

const open = async () => {
  const held = await setUpPhone({})
  const { parts, database, staff } = held
  const sync = createSync(parts)
  const phone: Phone = {
    person: {
      ...{ staff, name: '李敏', roles: ['steward'], company: held.server.company },
      ...{ companyName: '萌芽物业', scopes: [] },
    },
    ...{ database, sync, now: parts.now, newId, nameId, tick: ref(held.server.clock) },
  }
  /** As an opening of the app sees it. */
  const look = () => {
    const seen: { use: ReturnType<typeof use> }[] = []
    const use = () => ({ download: useFirstDownload() })
    const app = createApp({
      setup: () => {
        seen.push({ use: use() })
        return () => null
      },
    })
    app.provide(phoneKey, phone).mount(document.createElement('div'))
    apps.push(app)
    const [first] = seen
    if (!first) throw new Error('The page was not set up.')
    return first.use
  }
  return { ...held, look }
}

describe('the first download', () => {
  it('[SY54] is awaited once, and never again when the server starts over', async () => {
    const { go, look, database } = await open()
    const first = look()
    await vi.waitFor(() => expect(first.download.value).toMatchObject({ isDone: false }))
    await go()
    await vi.waitFor(() => expect(first.download.value).toMatchObject({ isDone: true }))
    await pullFromNothing(database)
    const later = look()
    await vi.waitFor(() => expect(later.download.value).toMatchObject({ isDone: true }))
    expect(first.download.value?.isDone).toBe(true)
  })

  it('[SY54] keeps nobody out while a scope granted later is still on its way', async () => {
    const { go, look, database, server } = await open()
    await go()
    const scope: Scope = `community:${server.community}`
    await writeMeta(database, 'incomplete', [scope])
    const page = look()
    await vi.waitFor(() => expect(page.download.value?.isDone).toBe(true))
  })

  it('[ST11] leaves the page as it is when the database is emptied under it', async () => {
    const { go, look, database } = await open()
    await go()
    const page = look()
    await vi.waitFor(() => expect(page.download.value?.isDone).toBe(true))
    await database.meta.clear()
    await writeMeta(database, 'nextSeq', 1)
    const anew = look()
    await vi.waitFor(() => expect(anew.download.value?.isDone).toBe(false))
    expect(page.download.value?.isDone).toBe(true)
  })
})
