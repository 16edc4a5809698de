import { flushPromises, mount } from '@vue/test-utils'
import type { Component } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { phoneKey } from '../../../src/stores/phone'
import type { PatrolPhone } from '../../support/patrol-phone'
import { theOne } from '../../ui/mount-part'

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

/** By the words above it. */
export const field = (label: string) => {
  const found = [...document.querySelectorAll<HTMLInputElement>('input, select, textarea')].find(
    (each) => each.labels?.[0]?.textContent?.trim() === label,
  )
  if (!found) throw new Error(`No field ${label}`)
  return found
}
export const write = async (label: string, text: string) => {
  const input = field(label)
  input.value = text
  input.dispatchEvent(new Event(input.tagName === 'SELECT' ? 'change' : 'input'))
  await flushPromises()
}
export const press = async (name: string) => {
  theOne('button', name).click()
  await flushPromises()
}
