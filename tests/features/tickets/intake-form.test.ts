import 'fake-indexeddb/auto'
import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { Role } from '../../../src/domain/role'
import IntakePage from '../../../src/features/tickets/IntakePage.vue'
import { phoneKey } from '../../../src/stores/phone'
import { at, PatrolPhone } from '../../support/patrol-phone'

let phone: PatrolPhone
beforeEach(async () => {
  phone = await PatrolPhone.open(at(9))
})
afterEach(() => phone.close())
enableAutoUnmount(afterEach)

const open = async (role: Role) => {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:all(.*)*', component: { render: () => null } }],
  })
  await router.push('/tickets/new/one')
  const person = { ...phone.phone.person, roles: [role] }
  const page = mount(IntakePage, {
    props: { intake: 'one' },
    global: {
      plugins: [...phone.plugins, router],
      provide: { [phoneKey as symbol]: { ...phone.phone, person } },
    },
    attachTo: document.body,
  })
  await flushPromises()
  return page
}
const choose = async (page: VueWrapper, words: string) => {
  await vi.waitFor(() => expect(page.find('form').exists()).toBe(true))
  const label = page.findAll('label').find((each) => each.text() === words)
  await label?.find('input').setValue()
}
const field = (page: VueWrapper, words: string) => {
  const label = page.findAll('label').find((each) => each.text() === words)
  return page.find(`[id="${label?.attributes('for') ?? 'none'}"]`)
}

it('[IN11] offers a steward whom to give it to and the leader, an engineer neither', async () => {
  const steward = await open('steward')
  await choose(steward, '报修')
  expect(field(steward, '派给谁').exists()).toBe(true)
  expect(steward.text()).toContain('重大,要报领导')
  steward.unmount()
  const engineer = await open('engineer')
  await choose(engineer, '报修')
  expect(field(engineer, '当时怎么回业主的').exists()).toBe(true)
  expect(field(engineer, '派给谁').exists()).toBe(false)
  expect(engineer.text()).not.toContain('重大,要报领导')
})

it('[IN11] tells who hears no owners where to go instead', async () => {
  const page = await open('security')
  expect(page.text()).toContain('来电来访由客服登记')
  expect(page.find('form').exists()).toBe(false)
  expect(page.text()).toContain('去随手拍')
})

it('[IN7] leads to the first field that misses, and keeps what was typed', async () => {
  const page = await open('steward')
  await choose(page, '报修')
  await field(page, '回电号码').setValue('138abc')
  await page.get('form').trigger('submit')
  await flushPromises()
  expect(page.text()).toContain('请写一句,或录一段、拍一张')
  expect(page.text()).toContain('号码里有字母或汉字,请核对')
  expect(document.activeElement?.tagName).toBe('TEXTAREA')
  expect(field(page, '回电号码').element).toMatchObject({ value: '138abc' })
  expect(await phone.database.tickets.count()).toBe(0)
})
