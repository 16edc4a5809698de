import 'fake-indexeddb/auto'
import { enableAutoUnmount, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { MINUTE } from '../../../src/domain/instant'
import type { Place, PlaceId } from '../../../src/domain/place'
import { homesScope } from '../../../src/domain/scope'
import HomePage from '../../../src/features/homes/HomePage.vue'
import OwnerPage from '../../../src/features/homes/OwnerPage.vue'
import { homeRoutes } from '../../../src/features/homes/routes'
import { saveActs } from '../../../src/storage/save-acts'
import { phoneKey } from '../../../src/stores/phone'
import { newId } from '../../support/build/ids'
import { day, fileIdOf, openFile, OWNS } from '../../support/build/owner-file'
import { author } from '../../support/phone-parts'
import { at, PatrolPhone } from '../../support/patrol-phone'

const dialled: { numbers: string[] } = { numbers: [] }
vi.spyOn(location, 'assign').mockImplementation((to) => void dialled.numbers.push(String(to)))

let phone: PatrolPhone
let building: Place
let home: Place
let opened: ReturnType<typeof openFile>

beforeEach(async () => {
  phone = await PatrolPhone.open()
  dialled.numbers = []
  const community = phone.estate.community.id
  const base = { community, order: 1 }
  building = { id: newId<PlaceId>(), ...base, within: null, label: '7栋', kind: 'building' }
  home = {
    ...{ id: newId<PlaceId>(), ...base, within: building.id, label: '301', kind: 'unit' },
    ...{ level: 3, door: '301', occupancy: 'owner' },
  }
  opened = openFile(home.id, {
    ...{ community, building: building.id, occupation: '退休教师' },
    care: {
      ...{ when: ['power'], need: '在家用制氧机', callName: '女儿', callPhone: '13900001234' },
      ...{ agreedOn: day('2026-01-01'), expiresOn: day('2027-01-01') },
    },
  })
  const laid = [building, home].map((place) => ({
    ...{ kind: 'Place' as const, record: place.id, act: { act: 'lay' as const, place } },
  }))
  await saveActs(
    phone.database,
    [...laid, { kind: 'OwnerFile', record: fileIdOf(opened), act: opened }],
    author(phone.phone.person.staff, at(7)),
  )
  serve([homesScope(building.id)])
})
afterEach(() => phone.close())
enableAutoUnmount(afterEach)

const serve = (scopes: readonly string[], roles: readonly string[] = ['steward']) =>
  Object.assign(phone.phone, { person: { ...phone.phone.person, scopes, roles } })

const open = async (page: object, props: object, words: string) => {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: ['/', '/tickets/new', ...homeRoutes.map(({ path }) => path)].map((path) => ({
      ...{ path, component: { template: '<p />' } },
    })),
  })
  const part = mount(page as never, {
    props: props as never,
    global: { plugins: [...phone.plugins, router], provide: { [phoneKey as symbol]: phone.phone } },
    attachTo: document.body,
  })
  await vi.waitFor(() => expect(part.text()).toContain(words))
  return { part, router }
}
const button = (part: VueWrapper, words: string) => {
  const found = part.findAll('button').find((each) => each.text().includes(words))
  if (!found) throw new Error(`No button says ${words}`)
  return found
}
const inSheet = (selector: string, words = '') => {
  const found = [...document.querySelectorAll<HTMLElement>(`.sheet ${selector}`)].find((each) =>
    each.textContent.includes(words),
  )
  if (!found) throw new Error(`Nothing in the sheet says ${words}`)
  return found
}
const file = async () => {
  const held = await phone.database.ownerFiles.get(fileIdOf(opened))
  if (!held) throw new Error('No file is kept.')
  return held.record
}

describe('who lives in a home', () => {
  it('[OF5] [OF8] stands there by name, with masked numbers and what is needed', async () => {
    const { part } = await open(HomePage, { home: home.id }, '陈素琴')
    for (const words of ['业主', '陈老师', '退休教师', '138 **** 6021', '在家用制氧机', '停电时'])
      expect(part.text()).toContain(words)
    expect(part.html()).not.toContain('13800006021')
    expect(part.html()).not.toContain('13900001234')
  })

  it('[OF2] is not shown to whoever does not serve the building', async () => {
    serve([])
    const { part } = await open(HomePage, { home: home.id }, '住户资料只给')
    expect(part.text()).not.toContain('陈素琴')
  })

  it('[OF6] is rung without the number being shown, and the tap is kept', async () => {
    const { part } = await open(HomePage, { home: home.id }, '陈素琴')
    await part.find('[aria-label="拨打陈老师 138 **** 6021"]').trigger('click')
    await vi.waitFor(() => expect(dialled.numbers).toEqual(['tel:13800006021']))
    expect((await file()).dials).toMatchObject([{ tail: '6021' }])
    expect(part.html()).not.toContain('13800006021')
  })

  it('[OF7] shows a number whole with a reason, five minutes, and says so to who oversees', async () => {
    serve([homesScope(building.id)], ['supervisor'])
    const { part } = await open(HomePage, { home: home.id }, '陈素琴')
    await part.find('[aria-label="看陈老师的完整号码 138 **** 6021"]').trigger('click')
    await vi.waitFor(() => inSheet('form'))
    inSheet('button[type="submit"]').click()
    await vi.waitFor(() => inSheet('[role="alert"]', '请写一句'))
    inSheet('.phrases button', '用座机打').click()
    await vi.waitFor(() => inSheet('button[aria-pressed="true"]', '用座机打'))
    inSheet('button[type="submit"]').click()
    await vi.waitFor(() => expect(part.find('[data-viewer]').text()).toContain('13800006021'))
    expect(part.find('[data-viewer]').attributes('data-viewer')).toContain('李敏')
    expect(part.text()).toContain('看过号码或照片 1 次')
    expect(part.text()).toContain('用座机打')
    phone.tick.value += 5 * MINUTE + 1
    await vi.waitFor(() => expect(part.html()).not.toContain('13800006021'))
  })
})

describe('[OF3] a file amended', () => {
  const submit = (part: VueWrapper) => part.find('form').trigger('submit')
  const write = (part: VueWrapper, label: string, value: string) => {
    const id = part
      .findAll('label')
      .find((each) => each.text().includes(label))
      ?.attributes('for')
    return part.find(`[id="${id ?? ''}"]`).setValue(value)
  }

  it('shows held numbers masked, keeps what is typed, and changes what was changed', async () => {
    const props = { home: home.id, file: fileIdOf(opened) }
    const { part, router } = await open(OwnerPage, props, '怎么称呼')
    expect(part.html()).not.toContain('13800006021')
    await write(part, '再加电话', '135')
    await submit(part)
    await vi.waitFor(() => expect(part.text()).toContain('有个号码不全'))
    await vi.waitFor(() => expect(document.activeElement?.getAttribute('type')).toBe('tel'))
    await write(part, '再加电话', '13500009999')
    await write(part, '方便的时间', '上午')
    await Promise.all([submit(part), submit(part)])
    await vi.waitFor(() => expect(router.currentRoute.value.path).toBe(`/homes/units/${home.id}`))
    expect(await file()).toMatchObject({
      ...{ hours: '上午', phones: ['13800006021', '13500009999'], name: '陈素琴' },
      stamps: { hours: {}, phones: {} },
    })
    expect((await phone.database.outbox.toArray()).length).toBe(4)
  })

  it('[OF4] leaves, and stands under former people with a way back', async () => {
    const props = { home: home.id, file: fileIdOf(opened) }
    const { part } = await open(OwnerPage, props, '已卖出')
    await button(part, '已卖出').trigger('click')
    await vi.waitFor(async () => expect((await file()).closedAt).not.toBeNull())
    const { part: page } = await open(HomePage, { home: home.id }, '以前的 1 位')
    expect(page.text()).toContain('还没有人的档案')
    await vi.waitFor(() => expect(part.text()).toContain('还在这户'))
    await button(part, '还在这户').trigger('click')
    await vi.waitFor(async () => expect((await file()).closedAt).toBeNull())
  })

  it('[OF1] opened for somebody who has one here already, ties them instead', async () => {
    const other = { ...home, id: newId<PlaceId>(), label: '302', door: '302' } as Place
    await saveActs(
      phone.database,
      [{ kind: 'Place', record: other.id, act: { act: 'lay', place: other } }],
      author(phone.phone.person.staff, at(7)),
    )
    const { part } = await open(OwnerPage, { home: other.id, file: 'new' }, '怎么称呼')
    await submit(part)
    await vi.waitFor(() => expect(part.text()).toContain('写上姓名'))
    await write(part, '姓名', '陈素琴')
    await vi.waitFor(() => expect(part.text()).toContain('是同一个人吗'))
    await part.find(`input[value="${fileIdOf(opened)}"]`).setValue()
    await submit(part)
    await vi.waitFor(async () => expect((await file()).ties).toHaveLength(2))
    expect((await file()).ties[1]).toMatchObject({ home: other.id, ...OWNS })
    expect(await phone.database.ownerFiles.count()).toBe(1)
  })
})
