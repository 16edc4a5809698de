import 'fake-indexeddb/auto'
import { enableAutoUnmount, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { DAY, HOUR, MINUTE } from '../../../src/domain/instant'
import type { Place, PlaceId } from '../../../src/domain/place'
import { homesScope } from '../../../src/domain/scope'
import type { RecordVisit } from '../../../src/domain/visit/owner-visit'
import CoveragePage from '../../../src/features/visits/CoveragePage.vue'
import DoorPage from '../../../src/features/visits/DoorPage.vue'
import VisitsPage from '../../../src/features/visits/VisitsPage.vue'
import { saveActs } from '../../../src/storage/save-acts'
import { phoneKey } from '../../../src/stores/phone'
import AppShots from '../../../src/ui/AppShots.vue'
import { newId } from '../../support/build/ids'
import { receiveTicket } from '../../support/build/ticket'
import { visitAct } from '../../support/build/visit'
import { author } from '../../support/phone-parts'
import { at, PatrolPhone } from '../../support/patrol-phone'

/** A picture that is never ready. */
vi.mock('../../../src/device/photo/prepare-photo', () => ({
  preparePhoto: () => new Promise(() => undefined),
}))

let phone: PatrolPhone
let building: Place
let homes: readonly Place[]

const unitOf = (nth: number): Place => {
  const unit = homes[nth]
  if (!unit) throw new Error(`There is no home ${String(nth)}`)
  return unit
}
const visit = (nth: number, when: number, said: Partial<RecordVisit> = {}) => {
  const told = { community: unitOf(nth).community, building: building.id, home: unitOf(nth).id }
  return saveActs(
    phone.database,
    [{ kind: 'OwnerVisit', record: newId(), act: visitAct({ ...told, ...said }) }],
    author(phone.phone.person.staff, when),
  )
}

beforeEach(async () => {
  phone = await PatrolPhone.open()
  const { community } = phone.estate
  const base = (label: string, within: PlaceId | null, order: number) => ({
    ...{ id: newId<PlaceId>(), community: community.id, within, label, order },
  })
  building = { ...base('7栋', null, 7), kind: 'building' }
  const entrance: Place = { ...base('1单元', building.id, 1), kind: 'entrance' }
  const unit = (level: number, door: string, occupancy: 'owner' | 'vacant'): Place => ({
    ...base(`${String(level)}${door}`, entrance.id, level),
    ...{ kind: 'unit', level, door, occupancy },
  })
  homes = [unit(5, '01', 'owner'), unit(5, '02', 'vacant'), unit(3, '01', 'owner')]
  const laid = [building, entrance, ...homes].map((place) => ({
    ...{ kind: 'Place' as const, record: place.id, act: { act: 'lay' as const, place } },
  }))
  const { staff } = phone.phone.person
  await saveActs(phone.database, laid, author(staff, at(7)))
  const person = { ...phone.phone.person, roles: ['steward'], scopes: [homesScope(building.id)] }
  Object.assign(phone.phone, { person })
})
afterEach(() => phone.close())
enableAutoUnmount(afterEach)

const open = async (page: object, props: object, words: string) => {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:all(.*)*', component: { template: '<p />' } }],
  })
  const part = mount(page as never, {
    props: props as never,
    global: { plugins: [...phone.plugins, router], provide: { [phoneKey as symbol]: phone.phone } },
    attachTo: document.body,
  })
  await soon(() => expect(part.text()).toContain(words))
  return { part, router }
}
/** What a list that draws only what is seen would draw. */
const shown = (part: VueWrapper) => {
  const [list] = part.findAllComponents({ name: 'AppVirtualList' })
  const entries = (list?.props('entries') ?? []) as readonly object[]
  return entries.map((entry) => {
    const { unit } = ('home' in entry ? entry.home : entry) as { unit: Place }
    return unit.label
  })
}
const soon = (check: () => void) => vi.waitFor(check, 5_000)
const saved = () =>
  phone.database.ownerVisits.toArray().then((held) => held.map(({ record }) => record))

describe('whom to visit', () => {
  it('[VI11] is listed as one walks, from the top or from the bottom, with why', async () => {
    await visit(2, at(9) - 200 * DAY)
    await visit(2, at(9) - 3 * DAY, { result: 'notHome', slip: true })
    const { part } = await open(VisitsPage, {}, '上门 2')
    expect(shown(part)).toEqual(['501', '301'])
    await part.find('select').setValue('up')
    await soon(() => expect(shown(part)).toEqual(['301', '501']))
  })

  it('[VI11] leaves out who was met, and lists empty flats and calls apart', async () => {
    await visit(0, at(9) - DAY)
    await visit(2, at(9) - 40 * DAY)
    const { part } = await open(VisitsPage, {}, '没有到期要上门的')
    const chip = (label: string) => {
      const found = part.findAll('.chip').find((each) => each.text().startsWith(label))
      if (!found) throw new Error(`No chip ${label}`)
      return found
    }
    await chip('打电话').trigger('click')
    await soon(() => expect(shown(part)).toEqual(['301']))
    await chip('空置房').trigger('click')
    await soon(() => expect(shown(part)).toEqual(['502']))
  })

  it('[VI10] begins with what was agreed', async () => {
    const next = { from: at(20), until: at(21) }
    await visit(0, at(9) - DAY, { channel: 'phone', said: '约了晚饭后', next })
    const { part } = await open(VisitsPage, {}, '约好的')
    expect(part.text()).toContain('约了晚饭后')
  })
})

describe('at the door', () => {
  const choose = async (part: Awaited<ReturnType<typeof open>>['part'], words: string) => {
    const label = part.findAll('label').find((each) => each.text().includes(words))
    await label?.find('input').setValue(true)
  }

  it('[VI12] a complaint that is open comes first', async () => {
    const { staff } = phone.phone.person
    const told = receiveTicket(phone.estate.community.id, staff, {
      ...{ home: unitOf(2).id, kind: 'complaint', title: '楼上装修太吵' },
    })
    const act = { kind: 'Ticket' as const, record: newId(), act: told }
    await saveActs(phone.database, [act], author(staff, at(7)))
    const { part } = await open(DoorPage, { home: unitOf(2).id }, '先解决问题,今天不提费用')
    expect(part.text()).toContain('楼上装修太吵')
  })

  it('[VI6] nobody home is an attempt, tapped twice saved once, and taken back in one tap', async () => {
    const { part } = await open(DoorPage, { home: unitOf(2).id }, '结果')
    await choose(part, '没人在')
    await soon(() => expect(part.text()).toContain('第 1 次'))
    await choose(part, '留了条')
    const quiet = part.findAll('label').find((each) => each.text().includes('还是要去'))
    if (quiet) await part.find('form input').setValue('业主约的')
    await part.find('form').trigger('submit')
    await part.find('form').trigger('submit')
    await soon(() => expect(part.text()).toContain('记下了'))
    expect((await saved()).map(({ result, slip }) => [result, slip])).toEqual([['notHome', true]])
    const undo = part.findAll('button').find((each) => each.text() === '撤销')
    await undo?.trigger('click')
    await soon(() => expect(part.text()).toContain('撤销了'))
    expect((await saved())[0]?.voided?.reason).toBe('刚才记错了')
  })

  it('[VI9] who rang before a quiet hour and talked into it need not say why', async () => {
    phone.tick.value = at(11) + 55 * MINUTE
    const { part } = await open(DoorPage, { home: unitOf(2).id }, '结果')
    const mustSayWhy = () => part.text().includes('还是要去')
    phone.tick.value = at(12) + 5 * MINUTE
    await soon(() => expect(part.text()).toContain('12:00'))
    expect(mustSayWhy()).toBe(false)
    phone.tick.value = at(12) + 40 * MINUTE
    await soon(() => expect(mustSayWhy()).toBe(true))
  })

  it('[VI3] waits for a photo that is being prepared', async () => {
    const { part } = await open(DoorPage, { home: unitOf(2).id }, '结果')
    await choose(part, '见到了')
    await choose(part, '业主同意拍照')
    const save = () => part.find('button[type="submit"]')
    expect(save().attributes('aria-busy')).not.toBe('true')
    part.getComponent(AppShots).vm.$emit('shot', [new File(['x'], 'x.jpg')], 'camera')
    await soon(() => expect(save().attributes('aria-busy')).toBe('true'))
  })

  it('[VI1] without a result saves nothing and says so', async () => {
    const { part } = await open(DoorPage, { home: unitOf(2).id }, '结果')
    await part.find('form').trigger('submit')
    await soon(() => expect(part.find('[role="alert"]').exists()).toBe(true))
    expect(await saved()).toEqual([])
  })

  it('[VI2] is nobody’s who does not serve the building', async () => {
    Object.assign(phone.phone, { person: { ...phone.phone.person, scopes: [] } })
    const { part } = await open(DoorPage, { home: unitOf(2).id }, '手机上没有这户的走访')
    expect(part.find('form').exists()).toBe(false)
  })
})

describe('coverage', () => {
  it('[VI13] counts homes once, attempts apart, and names who is unreached', async () => {
    await visit(0, at(9) - HOUR)
    await visit(0, at(9) - 2 * HOUR, { channel: 'phone' })
    await visit(2, at(9) - HOUR, { result: 'notHome' })
    const { part } = await open(CoveragePage, {}, '走访统计')
    await soon(() => expect(part.text()).toContain('1 / 3 户'))
    await soon(() => expect(shown(part)).toEqual(['502', '301']))
    expect(part.text()).toContain('只算跑过,不算走访')
  })
})
