import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import type { ItemOf } from '../../src/domain/form/item'
import ItemNumber from '../../src/ui/form/ItemNumber.vue'
import { mountPart } from './mount-part'

enableAutoUnmount(afterEach)

const item: ItemOf<'number'> = {
  ...{ kind: 'number', id: 'pressure', title: '稳压泵出口压力', unit: 'MPa' },
  ...{ required: true, safety: false, decimals: 2, least: 0.3, most: 0.6 },
}
const words = (value: number | null, over: object = {}) =>
  mountPart(ItemNumber, { props: { item: { ...item, ...over }, last: 0.45, modelValue: value } })
    .findAll('.soft')
    .map((line) => line.text().replace(/\s+/g, ' '))

it('says the last value, the difference and the range in words', () => {
  expect(words(0.42)).toEqual(['上次 0.45 少 0.03', '应在 0.30–0.60 之间 · 在范围内'])
})

it('[FO5] says that a reading is out of range', () => {
  expect(words(0.72)[1]).toBe('应在 0.30–0.60 之间 · 超出范围')
})

it.each([
  [{ most: null }, '应不低于 0.30'],
  [{ least: null }, '应不高于 0.60'],
])('names the one limit there is', (over, said) => {
  expect(words(null, over)[1]).toBe(said)
})

it('judges nothing where there are no limits', () => {
  expect(words(0.45, { least: null, most: null })).toEqual(['上次 0.45 和上次一样'])
})

it('calls readings equal that are shown equal', () => {
  expect(words(0.4500001)[0]).toBe('上次 0.45 和上次一样')
})

it('reads the first figure typed at once, and says so only of what is no number', async () => {
  const part = mountPart(ItemNumber, { props: { item, modelValue: null } })
  await part.find('input').setValue('5')
  expect(part.findAll('[role="alert"]')).toHaveLength(0)
  await part.find('input').setValue('五')
  expect(part.findAll('[role="alert"]')).toHaveLength(1)
})
