import 'fake-indexeddb/auto'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import FacilityItem from '../../../src/features/facilities/FacilityItem.vue'
import FacilityPage from '../../../src/features/facilities/FacilityPage.vue'
import type { Facility, FacilityId } from '../../../src/domain/facility'
import { saveActs } from '../../../src/storage/save-acts'
import { phoneKey } from '../../../src/stores/phone'
import { newId } from '../../support/build/ids'
import { receiveTicket } from '../../support/build/ticket'
import { author } from '../../support/phone-parts'
import { at, PatrolPhone } from '../../support/patrol-phone'

let phone: PatrolPhone
let facility: Facility
const lift = newId<FacilityId>()

beforeEach(async () => {
  phone = await PatrolPhone.open()
  facility = {
    ...{ id: lift, community: phone.estate.community.id, place: phone.estate.place.id },
    ...{ name: '1号客梯', system: 'lift', maker: '', model: 'NexWay', state: 'down' },
  }
  await saveActs(
    phone.database,
    [{ kind: 'Facility', record: lift, act: { act: 'install', facility } }],
    author(phone.phone.person.staff, at(8)),
  )
})
afterEach(() => phone.close())
enableAutoUnmount(afterEach)

const open = async (page: object, props: object) => {
  const routes = ['/', '/facilities', '/facilities/:id', '/snap', '/tickets/:id'].map((path) => ({
    ...{ path, component: { template: '<p />' } },
  }))
  const router = createRouter({ history: createMemoryHistory(), routes })
  const part = mount(page as never, {
    props: props as never,
    global: {
      plugins: [...phone.plugins, router],
      provide: { [phoneKey as symbol]: phone.phone },
    },
    attachTo: document.body,
  })
  await vi.waitFor(() => expect(part.text()).toContain('1号客梯'))
  return { part, router }
}

it('[FA1] says of each in words what it is, where it stands and that it is down', async () => {
  const { part } = await open(FacilityItem, { line: { facility, place: '3栋', open: 1 } })
  expect(part.text()).toMatch(/1号客梯.*电梯\s·\s3栋.*故障/s)
})

it('[FA3] [FA4] says what is missing too, and leads to a report that names it', async () => {
  const { part, router } = await open(FacilityPage, { facility: lift })
  expect(part.text()).toContain('没有未结的工单')
  expect(part.text()).toContain('巡查里还没有查过它')
  expect(part.text()).not.toContain('厂家')
  await part.get('button').trigger('click')
  await flushPromises()
  expect(router.currentRoute.value.fullPath).toBe(`/snap?facility=${lift}`)
})

it('says in words how late an open ticket is', async () => {
  const { staff } = phone.phone.person
  const late = receiveTicket(phone.estate.community.id, staff, {
    ...{ facility: lift, place: phone.estate.place.id },
    due: { at: at(6), rule: 'defect', version: 1 },
  })
  await saveActs(
    phone.database,
    [{ kind: 'Ticket', record: newId(), act: late }],
    author(staff, at(4)),
  )
  const { part } = await open(FacilityPage, { facility: lift })
  await vi.waitFor(() => expect(part.text()).toMatch(/超时 3\s小时/))
})

it('says so where this phone holds none of that id', async () => {
  const { part } = await open(FacilityPage, { facility: lift })
  await part.setProps({ facility: newId() } as never)
  await vi.waitFor(() => expect(part.text()).toContain('手机上没有这处设施'))
})
