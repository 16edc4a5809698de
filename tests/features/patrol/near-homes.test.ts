import 'fake-indexeddb/auto'
import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import NearHomesPart from '../../../src/features/patrol/NearHomesPart.vue'
import { DAY } from '../../../src/domain/instant'
import { openBuilding, type BuildingPhone } from '../../support/building-phone'
import { at } from '../../support/patrol-phone'

let held: BuildingPhone

beforeEach(async () => {
  held = await openBuilding()
  await held.visit(2, at(9) - DAY)
})
afterEach(() => held.phone.close())
enableAutoUnmount(afterEach)

it('[VI15] a stop in an entrance offers whom to look in on there, to who serves it', async () => {
  held.serve()
  const { part } = await held.open(NearHomesPart, { place: held.entrance.id }, '顺路可以走访 1 户')
  expect(part.text()).toContain('501')
  expect(part.text()).toContain('还没上门走访过')
  expect(part.find('details').attributes('open')).toBeUndefined()
})

it('[VI15] offers nothing to who does not', async () => {
  held.serve(['security'], [])
  const { part } = await held.open(NearHomesPart, { place: held.entrance.id }, '')
  await vi.waitFor(flushPromises)
  expect(part.find('details').exists()).toBe(false)
})
