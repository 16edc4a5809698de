import 'fake-indexeddb/auto'
import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import CallToast from '../../src/app/CallToast.vue'
import { MINUTE } from '../../src/domain/instant'
import { readMeta } from '../../src/storage/meta'
import { saveActs } from '../../src/storage/save-acts'
import { phoneKey } from '../../src/stores/phone'
import { newId } from '../support/build/ids'
import { makePromise } from '../support/build/promise'
import { author } from '../support/phone-parts'
import { at, PatrolPhone } from '../support/patrol-phone'
// What Today finds later is here before a test can end.
import '../../src/stores/find-errands'
import '../../src/stores/visit-errands'

const WORDS = '楼上漏水,周五前请师傅来看'
const WAIT = { timeout: 10_000 }
const showNotification = vi.fn<(title: string) => void>()
let phone: PatrolPhone
beforeEach(async () => {
  localStorage.clear()
  showNotification.mockClear()
  vi.stubGlobal('Notification', { permission: 'granted' })
  const getRegistration = () => Promise.resolve({ showNotification })
  Object.defineProperty(navigator, 'serviceWorker', {
    ...{ value: { getRegistration }, configurable: true },
  })
  phone = await PatrolPhone.open(at(9))
})
afterEach(() => {
  vi.unstubAllGlobals()
  Reflect.deleteProperty(navigator, 'serviceWorker')
  phone.close()
})
enableAutoUnmount(afterEach)

it('[TD8] says on a locked screen that a promise is due, not what was promised', async () => {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: { template: '<p />' } }],
  })
  const part = mount(CallToast, {
    global: {
      plugins: [...phone.plugins, router],
      provide: { [phoneKey as symbol]: phone.phone },
    },
    attachTo: document.body,
  })
  await vi.waitFor(async () => expect(await readMeta(phone.database, 'rung')).toBeDefined(), WAIT)
  const act = { ...makePromise(at(9, 40)), community: phone.estate.community.id, words: WORDS }
  await saveActs(
    phone.database,
    [{ kind: 'OwnerPromise', record: newId(), act }],
    author(phone.phone.person.staff, at(9)),
  )
  phone.tick.value += MINUTE
  await vi.waitFor(() => expect(showNotification).toHaveBeenCalledOnce(), WAIT)
  const [notice] = showNotification.mock.calls[0] ?? []
  expect(notice).toContain('答应业主的事')
  expect(notice).not.toContain(WORDS)
  await vi.waitFor(() => expect(part.text()).toContain(WORDS))
})
