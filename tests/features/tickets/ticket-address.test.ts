import 'fake-indexeddb/auto'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { defineComponent } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { useTicketAddress } from '../../../src/features/tickets/use-ticket-address'
import { phoneKey } from '../../../src/stores/phone'
import { useTicketLook } from '../../../src/stores/ticket-look'
import { newId } from '../../support/build/ids'
import { at, PatrolPhone } from '../../support/patrol-phone'

let phone: PatrolPhone
beforeEach(async () => {
  phone = await PatrolPhone.open(at(9))
})
afterEach(() => phone.close())

const open = async (address: string) => {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: { render: () => null } }],
  })
  await router.push(address)
  let look: ReturnType<typeof useTicketLook> | null = null
  const part = mount(
    defineComponent(() => {
      useTicketAddress()
      look = useTicketLook()
      return () => null
    }),
    {
      global: {
        plugins: [...phone.plugins, router],
        provide: { [phoneKey as symbol]: phone.phone },
      },
    },
  )
  await flushPromises()
  if (!look) throw new Error('Nothing was mounted')
  return { part, router, look: look as ReturnType<typeof useTicketLook> }
}

it('[DK5] filter, kind, order and shape are read from the address, and written back to it', async () => {
  const { look, router } = await open('/tickets?view=open&kind=repair&order=openAt-down&as=status')
  expect(look.look.value).toMatchObject({
    ...{ view: 'open', kind: 'repair', shape: 'status' },
    order: { by: 'openAt', isDown: true },
  })
  look.show({ ...look.look.value, kind: 'complaint', shape: 'clock' })
  await flushPromises()
  expect(router.currentRoute.value.query).toMatchObject({ kind: 'complaint', as: 'clock' })
})

it('[DK5] neither words searched for nor a person ever stand in it', async () => {
  const { look, router } = await open('/tickets?kind=repair')
  look.show({ ...look.look.value, words: '陈国平', handler: newId() })
  await flushPromises()
  expect(Object.keys(router.currentRoute.value.query).sort()).toEqual(['kind'])
  expect(decodeURIComponent(router.currentRoute.value.fullPath)).not.toContain('陈')
})
