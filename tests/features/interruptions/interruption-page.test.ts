import 'fake-indexeddb/auto'
import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import InterruptionNewPage from '../../../src/features/interruptions/InterruptionNewPage.vue'
import InterruptionPage from '../../../src/features/interruptions/InterruptionPage.vue'
import type { FacilityId } from '../../../src/domain/facility'
import type { CalendarDay } from '../../../src/domain/calendar-day'
import { HOUR } from '../../../src/domain/instant'
import type { InterruptionId } from '../../../src/domain/interruption/interruption'
import type { Place, PlaceId } from '../../../src/domain/place'
import { homesScope } from '../../../src/domain/scope'
import { saveActs, type ActToSave } from '../../../src/storage/save-acts'
import { phoneKey } from '../../../src/stores/phone'
import { facilityAt, installFacility } from '../../support/build/facility'
import { fileIdOf, openFile } from '../../support/build/owner-file'
import { newId } from '../../support/build/ids'
import { author } from '../../support/phone-parts'
import { at, PatrolPhone } from '../../support/patrol-phone'

let phone: PatrolPhone
let lift: FacilityId
let id: InterruptionId
const save = async (...acts: ActToSave[]) => {
  const saved = await saveActs(phone.database, acts, author(phone.phone.person.staff, at(8)))
  if (!saved.ok) throw new Error(saved.error.kind)
}
const lay = (place: Place): ActToSave => ({
  ...{ kind: 'Place', record: place.id, act: { act: 'lay', place } },
})

/** Two buildings on one lift's list; this phone holds the homes of the first. */
beforeEach(async () => {
  phone = await PatrolPhone.open()
  ;[lift, id] = [newId<FacilityId>(), newId<InterruptionId>()]
  const { community, place } = phone.estate
  Object.assign(phone.phone.person, { scopes: [homesScope(place.id)] })
  const base = (label: string, within: PlaceId | null) => ({
    ...{ id: newId<PlaceId>(), community: community.id, within, label, order: 1 },
  })
  const other: Place = { ...base('4栋', null), kind: 'building' }
  const unit = (within: PlaceId, level: number): Place => ({
    ...base(`${String(level)}01`, within),
    ...{ kind: 'unit', level, door: '01', occupancy: 'owner' },
  })
  const homes = [unit(place.id, 1), unit(place.id, 2)]
  await save(...[other, ...homes, unit(other.id, 1)].map(lay))
  const file = openFile(homes[1]?.id as PlaceId, {
    ...{ community: community.id, building: place.id },
    care: {
      ...{ when: ['lift'], need: '坐轮椅,出门要人接', callName: '女儿', callPhone: '' },
      ...{ agreedOn: '2026-01-01' as CalendarDay, expiresOn: '2027-01-01' as CalendarDay },
    },
  })
  await save(
    { kind: 'OwnerFile', record: fileIdOf(file), act: file },
    installFacility(
      facilityAt(
        { community: community.id, place: place.id },
        { id: lift, name: '1号客梯', system: 'lift' },
      ),
    ),
    {
      ...{ kind: 'Facility', record: lift },
      act: {
        ...{ act: 'serve', drop: [] },
        add: [place, other].map((each) => ({
          ...{ kind: 'place' as const, place: each.id, from: null, to: null },
        })),
      },
    },
    {
      ...{ kind: 'ServiceInterruption', record: id },
      act: {
        ...{ act: 'announce', community: community.id, what: 'lift', kind: 'sudden', places: [] },
        ...{ facilities: [lift], reason: '门机故障', from: at(8), until: at(8) + 2 * HOUR },
      },
    },
  )
})
afterEach(() => phone.close())
enableAutoUnmount(afterEach)

const open = async (page: object, props: object, path = '/') => {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:all(.*)', component: { template: '<p />' } }],
  })
  await router.push(path)
  const part = mount(page as never, {
    props: props as never,
    global: {
      plugins: [...phone.plugins, router],
      provide: { [phoneKey as symbol]: phone.phone },
    },
    attachTo: document.body,
  })
  return { part, router }
}
const tap = async (part: VueWrapper, words: string) => {
  const button = part.findAll('button').find((each) => each.text() === words)
  if (!button) throw new Error(`No button says ${words}: ${part.text()}`)
  await button.trigger('click')
  await flushPromises()
}
const thread = async () =>
  (await phone.database.interruptionReaches.toArray()).flatMap(({ record }) => record.thread)

it('[SI5] [SI8] lists its own homes, special care first, and says whose list is missing', async () => {
  const { part } = await open(InterruptionPage, { interruption: id })
  await vi.waitFor(() => expect(part.findAll('article')).toHaveLength(2))
  expect(part.findAll('article')[0]?.text()).toMatch(/3栋 201.*坐轮椅,出门要人接.*女儿/s)
  expect(part.text()).toMatch(/不归您负责.*4栋 1\s户/s)
  expect(part.text()).toMatch(/0\s\/\s2\s户已通知/)
})

it('[SI7] a word to all leaves special care to a person, and one home is told and taken back', async () => {
  const { part } = await open(InterruptionPage, { interruption: id })
  await vi.waitFor(() => expect(part.findAll('article')).toHaveLength(2))
  await tap(part, '已发业主群')
  await vi.waitFor(async () => expect((await thread())[0]?.homes).toHaveLength(1))
  await vi.waitFor(() => expect(part.text()).toMatch(/1\s\/\s2\s户已通知/))
  await tap(part, '记告知')
  await tap(part, '没联系上')
  await vi.waitFor(() => expect(part.text()).toMatch(/没联系上 1\s次/))
  await tap(part, '记告知')
  await tap(part, '上门说了')
  await vi.waitFor(() => expect(part.text()).toMatch(/2\s\/\s2\s户已通知/))
})

it('[SI4] [SI6] is not restored before it stopped; restored, everybody hears of it anew', async () => {
  const { part } = await open(InterruptionPage, { interruption: id })
  await vi.waitFor(() => expect(part.findAll('article')).toHaveLength(2))
  await tap(part, '已发业主群')
  await tap(part, '恢复了')
  await part.get('input[type="datetime-local"]').setValue('2026-11-24T07:00')
  await part.get('form.form').trigger('submit')
  await vi.waitFor(() => expect(part.text()).toContain('比停的时间还早'))
  await part.get('input[type="datetime-local"]').setValue('2026-11-24T09:00')
  await part.get('form.form').trigger('submit')
  await vi.waitFor(() => expect(part.text()).toMatch(/恢复了,请告诉大家/))
  await vi.waitFor(() => expect(part.text()).toMatch(/0\s\/\s2\s户已通知/))
  expect(part.text()).toMatch(/已停1 小时 0 分钟/)
})

it('[SI1] [SI2] is announced from the machine, with the homes counted before it is said', async () => {
  const { part, router } = await open(InterruptionNewPage, {}, `/new?facility=${lift}`)
  await vi.waitFor(() => expect(part.text()).toMatch(/影响 3\s户/))
  await tap(part, '发布,看通知名单')
  expect(part.text()).toContain('请写原因')
  await part.get('input[placeholder]').setValue('年检')
  await tap(part, '发布,看通知名单')
  await vi.waitFor(() => expect(router.currentRoute.value.path).toMatch(/^\/interruptions\/\w/))
  expect(await phone.database.serviceInterruptions.count()).toBe(2)
})
