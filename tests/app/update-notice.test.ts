import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import { SECOND } from '../../src/domain/instant'
import { waitingUpdate } from '../../src/app/service-worker-registration'
import UpdateNotice from '../../src/app/UpdateNotice.vue'
import { useBusy } from '../../src/stores/busy'
import { phoneKey } from '../../src/stores/phone'
import { PatrolPhone } from '../support/patrol-phone'

const page = { render: () => null }
let phone: PatrolPhone
let router: Router
let notice: VueWrapper
const changeOver = vi.fn()

beforeEach(async () => {
  phone = await PatrolPhone.open()
  router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/today', component: page },
      { path: '/snap', component: page, meta: { hidesTabs: true } },
    ],
  })
  await router.push('/today')
  waitingUpdate.value = changeOver
  notice = mount(UpdateNotice, {
    global: {
      plugins: [...phone.plugins, router],
      provide: { [phoneKey as symbol]: phone.phone },
    },
  })
})
afterEach(() => {
  notice.unmount()
  waitingUpdate.value = null
  phone.close()
})

const seconds = async (count: number) => {
  phone.tick.value += count * SECOND
  await nextTick()
  await flushPromises()
}
const isOffered = () => notice.text().includes('有新版本')

describe('a newer app', () => {
  it('[TD12] is offered once nobody has touched the screen for three seconds', async () => {
    expect(isOffered()).toBe(false)
    await seconds(2)
    document.dispatchEvent(new Event('pointerdown'))
    await seconds(2)
    expect(isOffered()).toBe(false)
    await seconds(2)
    expect(isOffered()).toBe(true)
    expect(changeOver).not.toHaveBeenCalled()
    await notice.get('button').trigger('click')
    expect(changeOver).toHaveBeenCalledTimes(1)
  })

  it('[TD12] waits while a form is open, on a page of work or anywhere', async () => {
    const letGo = phone.use(() => useBusy()).hold()
    await seconds(9)
    expect(isOffered()).toBe(false)
    await router.push('/snap')
    letGo()
    await seconds(9)
    expect(isOffered()).toBe(false)
    await router.push('/today')
    await seconds(9)
    expect(isOffered()).toBe(true)
  })

  it('[TD12] goes away when put off, and comes again at another quiet moment', async () => {
    await seconds(4)
    const [, later] = notice.findAll('button')
    await later?.trigger('click')
    expect(isOffered()).toBe(false)
    document.dispatchEvent(new Event('pointerdown'))
    await seconds(0)
    await seconds(4)
    expect(isOffered()).toBe(true)
  })
})
