import 'fake-indexeddb/auto'
import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { FacilityId } from '../../../src/domain/facility'
import type { Ticket } from '../../../src/domain/ticket/ticket'
import MeWork from '../../../src/features/me/MeWork.vue'
import TicketPeople from '../../../src/features/tickets/TicketPeople.vue'
import { saveActs } from '../../../src/storage/save-acts'
import { phoneKey } from '../../../src/stores/phone'
import { facilityAt, installFacility } from '../../support/build/facility'
import { newId } from '../../support/build/ids'
import { receiveTicket } from '../../support/build/ticket'
import { author } from '../../support/phone-parts'
import { at, PatrolPhone } from '../../support/patrol-phone'

let phone: PatrolPhone
beforeEach(async () => {
  phone = await PatrolPhone.open(at(9))
})
afterEach(() => phone.close())
enableAutoUnmount(afterEach)

const global = () => ({
  plugins: [
    ...phone.plugins,
    createRouter({
      history: createMemoryHistory(),
      routes: [{ path: '/:rest(.*)*', component: { template: '<p />' } }],
    }),
  ],
  provide: { [phoneKey as symbol]: phone.phone },
})

it('[FA5] a ticket leads to the facility it names', async () => {
  const { community } = phone.estate
  const { staff } = phone.phone.person
  const lift = newId<FacilityId>()
  const facility = facilityAt(
    { community: community.id, place: phone.estate.place.id },
    { id: lift, name: '3栋1号梯', system: 'lift' },
  )
  const id = newId()
  const act = receiveTicket(community.id, staff, { facility: lift })
  await saveActs(
    phone.database,
    [installFacility(facility), { kind: 'Ticket', record: id, act }],
    author(staff, at(9)),
  )
  const ticket = (await phone.database.tickets.get(id))?.record as Ticket
  const part = mount(TicketPeople, { props: { ticket }, global: global() })
  await vi.waitFor(() =>
    expect(part.find(`a[href="/facilities/${lift}"]`).text()).toContain('3栋1号梯'),
  )
})

it('[FA5] whoever has no tab of them finds the facilities behind their mark', () => {
  const part = mount(MeWork, { global: global() })
  expect(part.find('a[href="/facilities"]').text()).toContain('设施')
})
