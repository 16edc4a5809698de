import 'fake-indexeddb/auto'
import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import ServesPage from '../../../src/features/facilities/ServesPage.vue'
import UnservedPage from '../../../src/features/facilities/UnservedPage.vue'
import type { Facility, FacilityId } from '../../../src/domain/facility'
import type { FacilityActOf } from '../../../src/domain/facility/act'
import type { Place, PlaceId } from '../../../src/domain/place'
import { saveActs, type ActToSave } from '../../../src/storage/save-acts'
import { phoneKey } from '../../../src/stores/phone'
import { facilityAt, installFacility } from '../../support/build/facility'
import { newId } from '../../support/build/ids'
import { author } from '../../support/phone-parts'
import { at, PatrolPhone } from '../../support/patrol-phone'

let phone: PatrolPhone
const [tank, pump] = [newId<FacilityId>(), newId<FacilityId>()]
const save = async (...acts: ActToSave[]) => {
  const saved = await saveActs(phone.database, acts, author(phone.phone.person.staff, at(8)))
  if (!saved.ok) throw new Error(saved.error.kind)
}
const serve = (record: FacilityId, deed: Omit<FacilityActOf<'serve'>, 'act'>) =>
  save({ kind: 'Facility', record, act: { act: 'serve', ...deed } })
const held = async (id: FacilityId): Promise<Facility | undefined> =>
  (await phone.database.facilities.get(id))?.record

beforeEach(async () => {
  phone = await PatrolPhone.open()
  Object.assign(phone.phone.person, { roles: ['engineer'] })
  const { community, place } = phone.estate
  const machine = (id: FacilityId, name: string): ActToSave =>
    installFacility(facilityAt({ community: community.id, place: place.id }, { id, name }))
  const units = [1, 2].map((level): Place => ({
    ...{ id: newId<PlaceId>(), community: community.id, within: place.id, order: level },
    ...{ label: `${String(level)}01`, kind: 'unit', level, door: '01', occupancy: 'owner' },
  }))
  await save(
    machine(tank, '生活水箱'),
    machine(pump, '变频泵'),
    ...units.map((each): ActToSave => ({
      kind: 'Place',
      record: each.id,
      act: { act: 'lay', place: each },
    })),
  )
  await serve(tank, { add: [{ kind: 'facility', facility: pump }], drop: [] })
  const reach = { kind: 'place', place: place.id, from: 2, to: null } as const
  await serve(pump, { add: [reach], drop: [] })
})
afterEach(() => phone.close())
enableAutoUnmount(afterEach)

const open = (page: object, props: object, stub = true) => {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:all(.*)', component: { template: '<p />' } }],
  })
  return mount(page as never, {
    props: props as never,
    global: {
      plugins: [...phone.plugins, router],
      provide: { [phoneKey as symbol]: phone.phone },
      stubs: stub ? { teleport: true } : {},
    },
    attachTo: document.body,
  })
}

it('[FA22] says how many homes come of it, and [FA21] takes one away and back again', async () => {
  const page = open(ServesPage, { facility: pump })
  await vi.waitFor(() => expect(page.text()).toMatch(/共管 1\s户/))
  const drop = page.findAll('button').find((each) => each.text() === '去掉')
  await drop?.trigger('click')
  await vi.waitFor(async () => expect((await held(pump))?.serves).toEqual([]))
  await vi.waitFor(() => expect(page.text()).toContain('撤销'))
  await page
    .findAll('button')
    .find((each) => each.text() === '撤销')
    ?.trigger('click')
  await vi.waitFor(async () => expect((await held(pump))?.serves).toHaveLength(1))
})

it('[FA23] takes no circle, and says by which facilities it would come back', async () => {
  const page = open(ServesPage, { facility: pump })
  await vi.waitFor(() => expect(page.text()).toContain('再加一处'))
  await page.get('input[value="facility"]').setValue(true)
  await page.get('select').setValue(tank)
  await page.get('form').trigger('submit')
  await vi.waitFor(() => expect(page.text()).toContain('变频泵 → 生活水箱 → 变频泵'))
  expect((await held(pump))?.serves).toHaveLength(1)
})

it('[FA24] names the homes left out', async () => {
  const page = open(UnservedPage, {})
  await vi.waitFor(() => expect(page.text()).toMatch(/供水没管到 1\s户/))
  expect(page.findAll('.homes a').map((each) => each.text())).toEqual(['3栋 101'])
})
