import 'fake-indexeddb/auto'
import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import ClocksPage from '../../../src/features/clocks/ClocksPage.vue'
import type { Role } from '../../../src/domain/role'
import { phoneKey } from '../../../src/stores/phone'
import { at, PatrolPhone } from '../../support/patrol-phone'

let phone: PatrolPhone
beforeEach(async () => {
  phone = await PatrolPhone.open(at(9))
})
afterEach(() => phone.close())
enableAutoUnmount(afterEach)

const show = async (role: Role) => {
  const person = { ...phone.phone.person, roles: [role] }
  const page = mount(ClocksPage, {
    global: {
      plugins: [
        ...phone.plugins,
        createRouter({
          history: createMemoryHistory(),
          routes: [{ path: '/:rest(.*)*', component: { template: '<p />' } }],
        }),
      ],
      provide: { [phoneKey as symbol]: { ...phone.phone, person } },
    },
    attachTo: document.body,
  })
  await vi.waitFor(() => expect(page.find('form').exists()).toBe(true))
  return page
}

it('[CK5] lets the manager set clocks, calendar and escalation, and says of which community', async () => {
  const page = await show('manager')
  expect(page.text()).toContain(phone.estate.community.name)
  expect(page.findAll('button').some((each) => each.text().includes('保存'))).toBe(true)
  expect(page.find('input:not([disabled])').exists()).toBe(true)
})

it('[CK5] shows a supervisor the same and lets nothing be set', async () => {
  const page = await show('supervisor')
  expect(page.findAll('button').some((each) => each.text().includes('保存'))).toBe(false)
})
