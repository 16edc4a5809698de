import 'fake-indexeddb/auto'
import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { StaffId } from '../../../src/domain/id'
import type { Role } from '../../../src/domain/role'
import { dutyRosterId, type DutyRosterAct } from '../../../src/domain/roster/duty-roster'
import type { Month } from '../../../src/domain/month'
import { usualShifts, type ShiftKey } from '../../../src/domain/roster/shift'
import MeDayEnd from '../../../src/features/me/MeDayEnd.vue'
import RosterPage from '../../../src/features/roster/RosterPage.vue'
import { saveActs } from '../../../src/storage/save-acts'
import { phoneKey } from '../../../src/stores/phone'
import { nameId, newId } from '../../support/build/ids'
import { author } from '../../support/phone-parts'
import { at, PatrolPhone } from '../../support/patrol-phone'

const MONTH = '2026-11' as Month
const NIGHT = 'c' as ShiftKey
const WU = newId<StaffId>()
let phone: PatrolPhone
let isDesk: boolean
beforeEach(async () => {
  isDesk = true
  vi.spyOn(globalThis, 'matchMedia').mockImplementation(
    (query) =>
      Object.assign(new EventTarget(), { matches: isDesk && query.includes('960') }) as never,
  )
  phone = await PatrolPhone.open(at(9))
  const staff = { id: WU, name: '吴军', roles: ['security' as const], active: true }
  const acts = [{ kind: 'Staff' as const, record: WU, act: { act: 'enrol' as const, staff } }]
  await saveActs(phone.database, acts, author(WU, at(8)))
})
afterEach(() => phone.close())
enableAutoUnmount(afterEach)

const plan = async (
  rows: DutyRosterAct['rows'],
  month: Month = MONTH,
  seen: readonly never[] | null = [],
) => {
  const community = phone.estate.community.id
  const shifts = { seen: seen ?? [], meant: [...usualShifts(['行政班', '早班', '中班', '夜班'])] }
  const act: DutyRosterAct = {
    ...{ act: 'plan', community, month, rows },
    ...(seen ? { shifts } : {}),
  }
  const record = dutyRosterId(community, month, nameId)
  await saveActs(phone.database, [{ kind: 'DutyRoster', record, act }], author(WU, at(8)))
}
const open = async (page: object, role: Role = 'supervisor', props: object = { asked: '' }) => {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: { render: () => null } }],
  })
  const person = { ...phone.phone.person, roles: [role] }
  const part = mount(page as never, {
    props: props as never,
    global: {
      plugins: [...phone.plugins, router],
      provide: { [phoneKey as symbol]: { ...phone.phone, person } },
    },
    attachTo: document.body,
  })
  await flushPromises()
  return part
}
const cell = (part: VueWrapper, label: string) => part.get(`button[aria-label^="${label}"]`)
const button = (words: string) => {
  const found = [...document.querySelectorAll('button')].find((each) =>
    each.textContent.includes(words),
  )
  if (!found) throw new Error(`No button says ${words}`)
  return found
}
const held = async () => {
  const [row] = await phone.database.dutyRosters.toArray()
  return row?.record ?? null
}
const daysOf = async (staff: StaffId) =>
  (await held())?.rows.find((row) => row.staff === staff)?.days ?? []

it('[RO2] is painted and written by numbers, kept, and saved once for two taps', async () => {
  const part = await open(RosterPage)
  await vi.waitFor(() => expect(part.text()).toContain('这个月还没排班'))
  await cell(part, '吴军 24 日').trigger('pointerdown', { button: 0 })
  await cell(part, '吴军 25 日').trigger('pointerenter', { buttons: 1 })
  await cell(part, '吴军 26 日').trigger('focus')
  await cell(part, '吴军 26 日').trigger('keydown', { key: '4' })
  expect(part.text()).toContain('保存 3 处改动')
  button('保存 3 处改动').click()
  button('保存 3 处改动').click()
  await vi.waitFor(async () =>
    expect((await daysOf(WU)).slice(23, 27)).toEqual(['day', 'day', 'c', null]),
  )
  expect(
    await phone.database.outbox
      .where('kind')
      .equals('DutyRoster')
      .count()
      .catch(() => 1),
  ).toBe(1)
  await vi.waitFor(() => expect(part.text()).not.toContain('保存 3 处改动'))
})

it('[RO2] says which days somebody else changed meanwhile, and lets theirs stand', async () => {
  await plan([])
  const part = await open(RosterPage)
  await vi.waitFor(() => cell(part, '吴军 24 日'))
  await cell(part, '吴军 24 日').trigger('pointerdown', { button: 0 })
  await plan([{ staff: WU, days: [{ date: 24, seen: null, meant: NIGHT }] }], MONTH, null)
  await vi.waitFor(() => expect(part.text()).toContain('有 1 处别人刚改过'))
  button('保存 1 处改动').click()
  await vi.waitFor(() => expect(part.text()).not.toContain('保存 1 处改动'))
  expect((await daysOf(WU))[23]).toBe(NIGHT)
})

it('[RO5] is read by a guard, who cannot change it', async () => {
  await plan([{ staff: WU, days: [{ date: 24, seen: null, meant: NIGHT }] }])
  const part = await open(RosterPage, 'security')
  await vi.waitFor(() => expect(cell(part, '吴军 24 日').text()).toBe('夜'))
  await cell(part, '吴军 24 日').trigger('pointerdown', { button: 0 })
  expect(part.text()).not.toContain('处改动')
  expect(part.text()).not.toContain('班次和时间')
})

it('shows a phone each day and who is there, and lets a supervisor put somebody in', async () => {
  isDesk = false
  await plan([{ staff: WU, days: [{ date: 24, seen: null, meant: NIGHT }] }])
  const part = await open(RosterPage)
  await vi.waitFor(() => expect(part.get('[aria-current]').text()).toContain('夜班'))
  expect(part.get('[aria-current]').text()).toMatch(/今天.*吴军.*23:00–07:00/s)
  await part.get('[aria-current] button').trigger('click')
  await flushPromises()
  const select = [...document.querySelectorAll<HTMLSelectElement>('.sheet select')].find(
    (each) => each.labels[0]?.textContent.trim() === '吴军',
  )
  if (!select) throw new Error('Nobody to choose for.')
  select.value = 'a'
  select.dispatchEvent(new Event('change'))
  await flushPromises()
  button('保存 1 处改动').click()
  await vi.waitFor(async () => expect((await daysOf(WU))[23]).toBe('a'))
})

it('[RO6] fills a row by a pattern, and keeps what was begun when the phone dies', async () => {
  await plan([])
  const part = await open(RosterPage)
  await vi.waitFor(() => cell(part, '吴军 24 日'))
  await part.get('button[aria-label="吴军按规律排"]').trigger('click')
  await flushPromises()
  for (const words of ['早班', '夜班', '休']) {
    const key = [...document.querySelectorAll<HTMLElement>('.sheet .keys button')].find(
      (each) => each.textContent.trim() === words,
    )
    key?.click()
  }
  await flushPromises()
  button('排上').click()
  await vi.waitFor(() => expect(cell(part, '吴军 2 日').text()).toBe('夜'))
  await vi.waitFor(async () => expect(await phone.database.drafts.count()).toBe(1))
  part.unmount()
  const again = await open(RosterPage)
  await vi.waitFor(() => expect(cell(again, '吴军 29 日').text()).toBe('夜'))
  expect(cell(again, '吴军 30 日').text()).toBe('')
})

it('asks for what is wrong with a shift, and saves it where it is right', async () => {
  await plan([])
  const part = await open(RosterPage)
  await vi.waitFor(() => button('班次和时间'))
  button('班次和时间').click()
  await flushPromises()
  button('加一个班次').click()
  await flushPromises()
  button('就这样').click()
  await flushPromises()
  expect(document.body.textContent).toContain('写个名称')
  const names = [...document.querySelectorAll<HTMLInputElement>('.sheet input')].filter(
    (each) => each.labels?.[0]?.textContent.trim() === '名称',
  )
  const last = names.at(-1)
  if (!last) throw new Error('No name to write.')
  last.value = '白班'
  last.dispatchEvent(new Event('input'))
  await flushPromises()
  button('就这样').click()
  await vi.waitFor(() => expect(part.text()).toContain('保存 1 处改动'))
  button('保存 1 处改动').click()
  await vi.waitFor(async () =>
    expect((await held())?.shifts.at(-1)).toMatchObject({ name: '白班', from: 480, until: 1_200 }),
  )
})

it('tells whoever has a shift which is next, where they look for everything else', async () => {
  const me = phone.phone.person.staff
  await plan([{ staff: me, days: [{ date: 25, seen: null, meant: NIGHT }] }])
  const part = await open(MeDayEnd, 'steward', {})
  await vi.waitFor(() => expect(part.text()).toMatch(/下一班:明天\s23:00\s夜班/))
  phone.tick.value = at(24 + 24)
  await vi.waitFor(() => expect(part.text()).toMatch(/您在当班:夜班\s23:00–07:00/))
})
