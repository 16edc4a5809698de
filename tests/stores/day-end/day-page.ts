import { mount } from '@vue/test-utils'
import type { Component } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { phoneKey } from '../../../src/stores/phone'
import type { PatrolPhone } from '../../support/patrol-phone'

/** A page of the end of the day, over a phone's own memory, with the router its links need. */
export const openPage = (phone: PatrolPhone, page: Component, props: object = {}) => {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: { render: () => null } }],
  })
  const made = mount(page, {
    ...{ attachTo: document.body, props },
    global: {
      plugins: [...phone.plugins, router],
      provide: { [phoneKey as symbol]: phone.phone },
    },
  })
  return { page: made, router }
}
