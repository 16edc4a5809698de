// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp, ref } from 'vue'
import { mindDamage } from '../../src/app/mind-damage'
import { damagedItems } from '../../src/storage/damaged'
import type { Phone } from '../../src/stores/phone'
import { createSync } from '../../src/sync/create-sync'
import { nameId, newId } from '../support/build/ids'
import { setUpPhone } from '../support/exchange-phone'

let held: Awaited<ReturnType<typeof setUpPhone>>
let phone: Phone
const app = createApp({})

beforeEach(async () => {
  held = await setUpPhone()
  phone = {
    person: {
      ...{ staff: held.staff, name: '李敏', roles: ['steward'], company: held.server.company },
      ...{ companyName: '萌芽物业', scopes: [] },
    },
    ...{ database: held.database, sync: createSync(held.parts), now: () => held.server.clock },
    ...{ newId, nameId, tick: ref(held.server.clock) },
  }
})
afterEach(() => {
  phone.sync.stop()
  held.database.close()
})

describe('[ST12] something that breaks on a page', () => {
  it('has the phone looked over, and the app opened anew', async () => {
    const id = await held.newTicket('2号泵滴水')
    await held.go()
    await held.database.table('tickets').update(id, { record: null })
    const reopen = vi.fn()
    mindDamage(app, phone, reopen)
    window.dispatchEvent(new Event('error'))
    await vi.waitFor(() => expect(reopen).toHaveBeenCalledOnce())
    expect((await damagedItems(held.database)).map(({ table }) => table)).toEqual(['tickets'])
    // A second fault in the same minute, and nothing more to mend.
    window.dispatchEvent(new Event('error'))
    held.server.clock += 120_000
    window.dispatchEvent(new Event('unhandledrejection'))
    await held.newTicket('灯不亮')
    expect(reopen).toHaveBeenCalledOnce()
  })

  it('in sending is looked into like one on the screen', async () => {
    const id = await held.newTicket('2号泵滴水')
    await held.go()
    await held.newTicket('灯不亮')
    const [item] = await held.database.outbox.toArray()
    await held.database.table('outbox').update(item?.order ?? 0, { change: null })
    mindDamage(app, phone, vi.fn())
    phone.sync.wake()
    await vi.waitFor(async () => expect(await damagedItems(held.database)).toHaveLength(1))
    expect(await held.ticket(id)).toBeDefined()
    phone.sync.tryAnew()
    await vi.waitFor(() => expect(phone.sync.state.is).toBe('idle'))
  })
})
