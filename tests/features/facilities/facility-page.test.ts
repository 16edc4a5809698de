import 'fake-indexeddb/auto'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import FacilityItem from '../../../src/features/facilities/FacilityItem.vue'
import FacilityPage from '../../../src/features/facilities/FacilityPage.vue'
import type { Facility, FacilityId } from '../../../src/domain/facility'
import type { Role } from '../../../src/domain/role'
import { saveActs } from '../../../src/storage/save-acts'
import { phoneKey } from '../../../src/stores/phone'
import { facilityAt, installFacility } from '../../support/build/facility'
import { newId } from '../../support/build/ids'
import { receiveTicket } from '../../support/build/ticket'
import { author } from '../../support/phone-parts'
import { at, PatrolPhone } from '../../support/patrol-phone'

let phone: PatrolPhone
let facility: Facility
const lift = newId<FacilityId>()

beforeEach(async () => {
  phone = await PatrolPhone.open()
  const { community, place } = phone.estate
  facility = facilityAt(
    { community: community.id, place: place.id },
    { ...{ id: lift, name: '1号客梯', system: 'lift', model: 'NexWay', state: 'down' } },
  )
  await saveActs(
    phone.database,
    [installFacility(facility)],
    author(phone.phone.person.staff, at(8)),
  )
})
afterEach(() => phone.close())
enableAutoUnmount(afterEach)

const open = async (page: object, props: object, role: Role = 'steward') => {
  const person = { ...phone.phone.person, roles: [role] }
  const routes = ['/', '/facilities', '/facilities/:id', '/snap', '/tickets/:id'].map((path) => ({
    ...{ path, component: { template: '<p />' } },
  }))
  const router = createRouter({ history: createMemoryHistory(), routes })
  const part = mount(page as never, {
    props: props as never,
    global: {
      plugins: [...phone.plugins, router],
      provide: { [phoneKey as symbol]: { ...phone.phone, person } },
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

it('[FA8] asks why before it is put to use again, and leads to its first wrong field', async () => {
  const { part } = await open(FacilityPage, { facility: lift }, 'engineer')
  const press = async (words: string) => {
    const find = () =>
      [...document.querySelectorAll('button')].find((each) => each.textContent.trim() === words)
    await vi.waitFor(() => expect(find()).toBeTruthy())
    find()?.click()
    await flushPromises()
  }
  await press('更多')
  await press('恢复使用')
  await vi.waitFor(() => expect(document.querySelector('textarea')).toBeTruthy())
  document.querySelector('form')?.dispatchEvent(new Event('submit'))
  await vi.waitFor(() => expect(document.body.textContent).toContain('写一句原因'))
  await press('检验合格')
  document.querySelector('form')?.dispatchEvent(new Event('submit'))
  await vi.waitFor(() => expect(part.text()).toContain('在用'))
  expect(document.body.textContent).toContain('已恢复使用')
})

it('[FA6] shows what a colleague meant at the same time, until somebody chooses', async () => {
  const amend = (seen: string, meant: string) => ({
    ...{ kind: 'Facility' as const, record: lift },
    act: { act: 'amend' as const, fields: { maker: { seen, meant } } },
  })
  const { staff } = phone.phone.person
  await saveActs(phone.database, [amend('', '通力')], author(staff, at(9)))
  await saveActs(phone.database, [amend('', '三菱')], author(staff, at(10)))
  const { part } = await open(FacilityPage, { facility: lift })
  await vi.waitFor(() => expect(part.text()).toContain('把「厂家」写成:通力'))
})
