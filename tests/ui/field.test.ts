import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import AppNumberField from '../../src/ui/AppNumberField.vue'
import AppSearchField from '../../src/ui/AppSearchField.vue'
import AppTextField from '../../src/ui/AppTextField.vue'
import { mountPart, theOne } from './mount-part'

enableAutoUnmount(afterEach)

it('ties label, words and control together', async () => {
  const field = mountPart(AppTextField, {
    props: { label: '原因', hint: '写一句就够', modelValue: '' },
  })
  const input = field.get('input')
  expect(field.get('label').attributes('for')).toBe(input.attributes('id'))
  const words = () => document.getElementById(input.attributes('aria-describedby') ?? '')
  expect(words()?.textContent).toBe('写一句就够')
  await field.setProps({ error: '请写一句原因' })
  expect(words()?.textContent).toBe('请写一句原因')
  expect(input.attributes('aria-invalid')).toBe('true')
})

it('never clears what was typed, even where it is no number', async () => {
  const field = mountPart(AppNumberField, {
    props: { label: '压力', unit: 'MPa', modelValue: 0.4 },
  })
  await field.get('input').setValue('0.4x')
  expect(field.emitted('update:modelValue')).toEqual([[null]])
  expect(field.emitted('unread')).toEqual([[true]])
  await field.setProps({ modelValue: null })
  expect(field.get('input').element.value).toBe('0.4x')
})

it('keeps the digits as typed while they mean the same', async () => {
  const field = mountPart(AppNumberField, { props: { label: '压力', modelValue: null } })
  await field.get('input').setValue('0.40')
  await field.setProps({ modelValue: 0.4 })
  expect(field.get('input').element.value).toBe('0.40')
  await field.setProps({ modelValue: 0.5 })
  expect(field.get('input').element.value).toBe('0.5')
})

it('asks for the keyboard with a decimal point', () => {
  const field = mountPart(AppNumberField, { props: { label: '压力', modelValue: null } })
  expect(field.get('input').attributes('inputmode')).toBe('decimal')
})

it('empties a search and stays in it', async () => {
  const field = mountPart(AppSearchField, { props: { label: '搜工单', modelValue: '门禁' } })
  theOne('button', '清空').click()
  await field.setProps({ modelValue: '' })
  expect(field.emitted('update:modelValue')).toEqual([['']])
  expect(document.activeElement).toBe(field.get('input').element)
})
