import 'fake-indexeddb/auto'
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { HOUR, MINUTE } from '../../../src/domain/instant'
import DoorPage from '../../../src/features/visits/DoorPage.vue'
import MonthPage from '../../../src/features/visits/MonthPage.vue'
import { openBuilding, type BuildingPhone } from '../../support/building-phone'
import { newId } from '../../support/build/ids'
import { at } from '../../support/patrol-phone'

let held: BuildingPhone

beforeEach(async () => {
  held = await openBuilding()
  held.serve(['supervisor'])
})
afterEach(() => held.phone.close())
enableAutoUnmount(afterEach)

it('[VI22] the month’s sheet is filled: the whole, by person and by building', async () => {
  await held.visit(0, at(9) - HOUR)
  await held.visit(2, at(9) - HOUR, { result: 'notHome' })
  const { part } = await held.open(MonthPage, {}, '走访和联系')
  await vi.waitFor(() => expect(part.text()).toContain('上门见到的户1'))
  expect(part.text()).toContain('没见到(次)1')
  expect(part.text()).toContain('该回访0')
  expect(part.text()).toContain('平均打分(满分 5)没有数')
  expect(part.findAll('h2').map((head) => head.text())).toContain('7栋')
})

it('[VI17] who comes within the hour is told that a colleague was there', async () => {
  await held.visit(2, at(9) + 20 * MINUTE, { result: 'notHome' }, newId())
  held.phone.tick.value = at(9) + 40 * MINUTE
  const { part } = await held.open(DoorPage, { home: held.unitOf(2).id }, '刚来过这户')
  expect(part.text()).toContain('刚来过这户:没人在')
})
