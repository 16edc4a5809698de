// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createApp, ref, type App } from 'vue'
import { applyChange } from '../../src/protocol/apply-change'
import { useCompleteness } from '../../src/stores/completeness'
import { useFirstDownload } from '../../src/stores/first-download'
import { phoneKey, type Phone } from '../../src/stores/phone'
import { createSync } from '../../src/sync/create-sync'
import { exchange } from '../../src/sync/exchange'
import { freshMemory } from '../../src/sync/poison'
import { newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { never, setUpPhone } from '../support/exchange-phone'
import { SCHEMA } from '../../src/protocol/version'

const apps: App[] = []
afterEach(() => {
  for (const app of apps.splice(0)) app.unmount()
})

/** A phone that reads in small pages, and what its frame says of how much is here. */
const open = async () => {
  const rules = { apply: applyChange, rowSchema: SCHEMA }
  const held = await setUpPhone(
    { between: (inner) => ({ post: (r, signal) => inner.post({ ...r, want: 200 }, signal) }) },
    rules,
  )
  const { parts, database, staff, server } = held
  const phone: Phone = {
    person: {
      ...{ staff, name: '李敏', roles: ['steward'], company: server.company },
      ...{ companyName: '萌芽物业', scopes: [] },
    },
    ...{ database, sync: createSync(parts), now: parts.now, newId: parts.newId },
    ...{ nameId: parts.nameId, tick: ref(server.clock) },
  }
  const shown: ReturnType<typeof use>[] = []
  const use = () => ({ completeness: useCompleteness(), download: useFirstDownload() })
  const app = createApp({
    setup: () => {
      shown.push(use())
      return () => null
    },
  })
  app.provide(phoneKey, phone).mount(document.createElement('div'))
  apps.push(app)
  const [page] = shown
  if (!page) throw new Error('The frame was not set up.')
  const li = await server.phone(['steward'])
  const fill = (count: number) =>
    li.sync(
      Array.from({ length: count }, () =>
        li.change('Ticket', newId(), receiveTicket(server.community, li.caller.staff)),
      ),
    )
  return { ...held, page, fill, rules, once: () => exchange(parts, freshMemory(), never) }
}

describe('[SY54] what the frame says of how much is here', () => {
  it('shows the first download until everything is here, and never again', async () => {
    const { page, fill, once, go } = await open()
    await fill(200)
    await fill(50)
    await once()
    await vi.waitFor(() => expect(page.download.value).toEqual({ isDone: false, rows: 200 }))
    await go()
    await vi.waitFor(() => expect(page.download.value?.isDone).toBe(true))
    await vi.waitFor(() => expect(page.completeness.value).toBe('whole'))
    await fill(200)
    await fill(50)
    await once()
    await vi.waitFor(() => expect(page.completeness.value).toBe('unread'))
    expect(page.download.value?.isDone).toBe(true)
    await go()
    await vi.waitFor(() => expect(page.completeness.value).toBe('whole'))
  })

  it('says so where a restored server has to be read from nothing', async () => {
    const { page, fill, once, go, store, server } = await open()
    await fill(1)
    await go()
    const backup = store.stateOf(server.company)
    await fill(1)
    await go()
    store.restore(server.company, backup)
    const li = await server.phone(['steward'])
    await li.sync([li.change('Ticket', newId(), receiveTicket(server.community, li.caller.staff))])
    expect(await once()).toEqual({ ended: 'again' })
    await vi.waitFor(() => expect(page.completeness.value).toBe('unread'))
    expect(page.download.value?.isDone).toBe(true)
  })

  it('[SY11] says that rows wait for a newer app', async () => {
    const { page, go, rules } = await open()
    await go()
    await vi.waitFor(() => expect(page.completeness.value).toBe('whole'))
    rules.rowSchema = SCHEMA + 1
    await go()
    await vi.waitFor(() => expect(page.completeness.value).toBe('outdated'))
  })
})
