import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { nextTick } from 'vue'
import ItemChoices from '../../src/ui/form/ItemChoices.vue'
import ItemDate from '../../src/ui/form/ItemDate.vue'
import { itemOf } from '../support/build/form'
import { byRole, mountPart, theOne } from './mount-part'

enableAutoUnmount(afterEach)

const OPTIONS = [
  { id: 'log', label: '登记本', abnormal: false },
  { id: 'dress', label: '着装不整', abnormal: true },
  { id: 'radio', label: '对讲机', abnormal: false },
]
const several = (least: number | null, most: number | null, modelValue: readonly string[] = []) =>
  mountPart(ItemChoices, {
    props: {
      item: itemOf('choices', { title: '岗位上有', options: OPTIONS, least, most }),
      modelValue,
    },
  })

it('chooses several, kept in the order of the form, and takes one back', async () => {
  const part = several(1, null, ['radio'])
  theOne('checkbox', '登记本').click()
  await nextTick()
  expect(part.emitted('update:modelValue')).toEqual([[['log', 'radio']]])
  theOne('checkbox', '对讲机').click()
  await nextTick()
  expect(part.emitted('update:modelValue')?.[1]).toEqual([['log']])
})

it('marks what is chosen with a shape beside its word', () => {
  several(1, null, ['log', 'dress'])
  expect(
    [...document.querySelectorAll('label')].map((label) => label.querySelectorAll('svg').length),
  ).toEqual([1, 1, 0])
})

it.each([
  [null, null, '可以选几项'],
  [1, null, '可以选几项'],
  [2, null, '至少选 2 项'],
  [1, 2, '选 1–2 项'],
  [2, 2, '选 2 项'],
  [null, 3, '最多选 3 项'],
])('says how many (%s to %s)', (least, most, words) => {
  several(least, most)
  const group = document.querySelector('fieldset')
  expect(document.getElementById(group?.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    words,
  )
})

it('[FO10] asks for a day by its question and says that it is past', async () => {
  const item = itemOf('date', { title: '年检到期日' })
  const part = mountPart(ItemDate, { props: { item, past: false, modelValue: '' } })
  const [status] = byRole('status')
  expect(status?.textContent).toBe('')
  const field = part.get<HTMLInputElement>('input')
  expect(document.querySelector('label')?.htmlFor).toBe(field.element.id)
  await field.setValue('2026-03-31')
  expect(part.emitted('update:modelValue')).toEqual([['2026-03-31']])
  await part.setProps({ past: true })
  expect(status?.textContent).toBe('已经过期')
})
