import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import AppSearchField from '../../src/ui/AppSearchField.vue'
import { mountPart } from './mount-part'

enableAutoUnmount(afterEach)

const open = (words: string) => {
  const part = mountPart(AppSearchField, { props: { label: '搜标题', modelValue: words } })
  const box = part.get('input')
  box.element.focus()
  return { part, box, isIn: () => document.activeElement === box.element }
}

it('Escape empties it first, and then leads back to the list', async () => {
  const { part, box, isIn } = open('水')
  await box.trigger('keydown', { key: 'Escape' })
  expect([part.emitted('update:modelValue'), isIn()]).toEqual([[['']], true])
  await part.setProps({ modelValue: '' })
  await box.trigger('keydown', { key: 'Escape' })
  expect(isIn()).toBe(false)
})

it('Enter leads to what was found, but not while a word is being put together', async () => {
  const { box, isIn } = open('水')
  await box.trigger('keydown', { key: 'Enter', isComposing: true })
  expect(isIn()).toBe(true)
  await box.trigger('keydown', { key: 'Enter' })
  expect(isIn()).toBe(false)
})
