import 'fake-indexeddb/auto'
import { enableAutoUnmount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../../src/domain/instant'
import type { Place } from '../../../src/domain/place'
import CoveragePage from '../../../src/features/visits/CoveragePage.vue'
import VisitPage from '../../../src/features/visits/VisitPage.vue'
import DoorPage from '../../../src/features/visits/DoorPage.vue'
import VisitsPage from '../../../src/features/visits/VisitsPage.vue'
import { saveActs } from '../../../src/storage/save-acts'
import AppShots from '../../../src/ui/AppShots.vue'
import { newId } from '../../support/build/ids'
import { receiveTicket } from '../../support/build/ticket'
import { openBuilding, type BuildingPhone } from '../../support/building-phone'
import { author } from '../../support/phone-parts'
import { at } from '../../support/patrol-phone'

/** A picture that is never ready. */
vi.mock('../../../src/device/photo/prepare-photo', () => ({
  preparePhoto: () => new Promise(() => undefined),
}))

let held: BuildingPhone
let phone: BuildingPhone['phone']
const unitOf: BuildingPhone['unitOf'] = (nth) => held.unitOf(nth)
const visit: BuildingPhone['visit'] = (...said) => held.visit(...said)
const open: BuildingPhone['open'] = (...asked) => held.open(...asked)

beforeEach(async () => {
  held = await openBuilding()
  phone = held.phone
  held.serve()
})
afterEach(() => phone.close())
enableAutoUnmount(afterEach)

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

const choose = async (part: VueWrapper, words: string) => {
  const label = part.findAll('label').find((each) => each.text().includes(words))
  await label?.find('input').setValue(true)
}

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

describe('beside the rule', () => {
  it('[VI14] a home whose complaint was closed is listed with why, and leaves once somebody was met', async () => {
    const { staff } = phone.phone.person
    await visit(2, at(7) - DAY)
    const complaint = receiveTicket(phone.estate.community.id, staff, {
      ...{ home: unitOf(2).id, kind: 'complaint', title: '楼上装修太吵' },
    })
    const ticket = newId()
    const step = (act: object) => ({ kind: 'Ticket' as const, record: ticket, act: act as never })
    await held.save([
      step(complaint),
      step({ act: 'accept', from: 'received' }),
      step({ act: 'resolve', from: 'accepted', words: '', photos: [] }),
      step({ act: 'tellOwner', channel: 'phone', reached: true, words: '说好了', photos: [] }),
      step({ act: 'close', from: 'resolved' }),
    ])
    const { part } = await open(VisitsPage, {}, '上门 2')
    expect(shown(part)).toEqual(['501', '301'])
    const door = await open(DoorPage, { home: unitOf(2).id }, '投诉办完,去问问满不满意')
    expect(door.part.text()).toContain('还有 7 天')
    await visit(2, at(9), { channel: 'phone' })
    await soon(() => expect(shown(part)).toEqual(['501']))
  })
})

describe('a past visit', () => {
  it('[VI18] opens with its words, its people and both its times, and is voided with a reason', async () => {
    await visit(2, at(9), { said: '楼道灯很满意', happenedAt: at(8), wish: '秋千早点修' })
    const [record] = await saved()
    const { part } = await open(VisitPage, { visit: record?.id }, '楼道灯很满意')
    expect(part.text()).toContain('秋千早点修')
    expect(part.text()).toContain('08:00')
    expect(part.text()).toContain('09:00')
    const button = part.findAll('button').find((each) => each.text() === '作废这次')
    await button?.trigger('click')
    await soon(() => expect(document.querySelector('[role="dialog"] form')).not.toBeNull())
    const form = () => document.querySelector('[role="dialog"] form')
    form()?.dispatchEvent(new Event('submit', { cancelable: true }))
    await soon(() => expect(document.body.textContent).toContain('请写为什么'))
    const input = document.querySelector<HTMLInputElement>('[role="dialog"] input')
    if (input) input.value = '记错了门牌'
    input?.dispatchEvent(new Event('input'))
    form()?.dispatchEvent(new Event('submit', { cancelable: true }))
    await soon(() => expect(part.text()).toContain('已作废:记错了门牌'))
    expect((await saved())[0]?.voided?.reason).toBe('记错了门牌')
  })

  it('[VI17] of two at one door is shown as one going', async () => {
    await visit(2, at(9), { result: 'notHome' })
    await visit(2, at(9) + 10 * MINUTE, {}, newId())
    const { part } = await open(DoorPage, { home: unitOf(2).id }, '两位同事同一趟去的')
    expect(part.findAll('article')).toHaveLength(2)
  })
})

describe('at the door', () => {
  it('[VI16] a visit noted later says the time it was, and not one to come', async () => {
    const { part } = await open(DoorPage, { home: unitOf(2).id }, '结果')
    await choose(part, '见到了')
    const past = part.findAll('details').find((each) => each.text().includes('补记'))
    const [day, time] = past?.findAll('input') ?? []
    await day?.setValue('2026-11-24')
    await part.find('form').trigger('submit')
    await soon(() => expect(part.text()).toContain('请选是几点'))
    await time?.setValue('23:59')
    await part.find('form').trigger('submit')
    const why = part.findAll('label').find((each) => each.text().includes('还是要去'))
    if (why) await part.find('form input').setValue('业主约的')
    await part.find('form').trigger('submit')
    await soon(() => expect(part.text()).toContain('这个时间还没到'))
    await day?.setValue('2026-11-23')
    await time?.setValue('10:00')
    await part.find('form').trigger('submit')
    await soon(() => expect(part.text()).toContain('记下了'))
    const [made] = await saved()
    expect(made?.happenedAt).toBe(at(10) - DAY)
  })

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
