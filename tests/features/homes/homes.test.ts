import 'fake-indexeddb/auto'
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Place } from '../../../src/domain/place'
import HomePage from '../../../src/features/homes/HomePage.vue'
import HomesPage from '../../../src/features/homes/HomesPage.vue'
import { homesScope } from '../../../src/domain/scope'
import { newId } from '../../support/build/ids'
import { receiveTicket } from '../../support/build/ticket'
import { openBuilding, type BuildingPhone } from '../../support/building-phone'
import { at } from '../../support/patrol-phone'

let held: BuildingPhone
let phone: BuildingPhone['phone']
let building: Place
let homes: readonly Place[]
const open: BuildingPhone['open'] = (...asked) => held.open(...asked)

beforeEach(async () => {
  held = await openBuilding()
  ;({ phone, building, homes } = held)
  const told = receiveTicket(held.community.id, phone.phone.person.staff, {
    ...{ home: homes[2]?.id ?? null, title: '厨房漏水' },
    due: { at: at(8), rule: 'defect', version: 1 },
  })
  await held.save([{ kind: 'Ticket', record: newId(), act: told }])
})
afterEach(() => phone.close())
enableAutoUnmount(afterEach)

describe('the homes', () => {
  it('[HM1] [HM2] are drawn as their building, with a word for what is late', async () => {
    const { part } = await open(HomesPage, { building: building.id }, '301')
    await vi.waitFor(() =>
      expect(part.find('[aria-label^="301"]').attributes('aria-label')).toContain('超时'),
    )
    expect(part.find('[role="grid"]').attributes('aria-label')).toBe('7栋 工单')
    expect(part.findAll('tbody tr').map((row) => row.text().replace(/\s/g, ''))).toEqual([
      '5层501502',
      '3层301',
    ])
    expect(part.find('[aria-label^="502"]').attributes('aria-label')).toContain('空置')
  })

  it('[HM2] says that nothing is promised only where this phone would know', async () => {
    const scopes = [homesScope(building.id)]
    Object.assign(phone.phone, { person: { ...phone.phone.person, scopes } })
    const { part } = await open(HomePage, { home: homes[2]?.id }, '厨房漏水')
    expect(part.text()).toContain('没有待兑现的承诺')
  })

  it('[HM4] are walked with the arrows, over the gap, one stop for the tab key', async () => {
    const { part } = await open(HomesPage, { building: building.id }, '301')
    const stops = () => part.findAll('a[tabindex="0"]').map((home) => home.text())
    expect(stops()).toContain('501')
    const grid = part.find('[role="grid"]')
    await grid.trigger('keydown', { key: 'ArrowRight' })
    await vi.waitFor(() => expect(document.activeElement?.textContent).toContain('502'))
    await grid.trigger('keydown', { key: 'ArrowDown' })
    expect(document.activeElement?.textContent).toContain('502')
    await grid.trigger('keydown', { key: 'Home' })
    await grid.trigger('keydown', { key: 'PageDown' })
    await vi.waitFor(() => expect(document.activeElement?.textContent).toContain('301'))
  })

  it('[HM2] are a list too, and found in any spelling', async () => {
    const { part } = await open(HomesPage, { building: '' }, '7栋')
    await part.find('input').setValue('七栋 301')
    await vi.waitFor(() => expect(part.text()).toContain('7栋 1单元 301'))
    await part.find('input').setValue('七栋 999')
    await vi.waitFor(() => expect(part.text()).toContain('没找到这户'))
  })

  it('[HM3] one shows what is open about it, and what there is not', async () => {
    const { part } = await open(HomePage, { home: homes[2]?.id }, '厨房漏水')
    expect(part.text()).toContain('7栋 1单元 301')
    expect(part.text()).not.toContain('承诺')
    const { part: other } = await open(HomePage, { home: newId() }, '手机上没有这户')
    expect(other.find('a').attributes('href')).toBe('/homes')
  })
})
