import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { nextTick } from 'vue'
import AppFilterChips from '../../src/ui/AppFilterChips.vue'
import AppVerdict from '../../src/ui/AppVerdict.vue'
import { byRole, mountPart, theOne } from './mount-part'

enableAutoUnmount(afterEach)

it('asks 正常, 异常 or 不适用, each with a shape beside its word', async () => {
  const verdict = mountPart(AppVerdict, { props: { legend: '阀门无渗漏', modelValue: null } })
  expect(byRole('radio').map((radio) => radio.closest('label')?.textContent?.trim())).toEqual([
    '正常',
    '异常',
    '不适用',
  ])
  expect(document.querySelectorAll('label svg')).toHaveLength(3)
  theOne('radio', '异常').click()
  await nextTick()
  expect(verdict.emitted('update:modelValue')).toEqual([['abnormal']])
})

it('is one group, named by its question', () => {
  mountPart(AppVerdict, { props: { legend: '阀门无渗漏', modelValue: 'normal' } })
  expect(document.querySelector('fieldset > legend')?.textContent).toBe('阀门无渗漏')
  expect(new Set(byRole('radio').map((radio) => radio.getAttribute('name'))).size).toBe(1)
})

const FILTERS = [
  { value: 'mine', label: '我的', count: 1 },
  { value: 'open', label: '办理中', count: 4 },
  { value: 'overdue', label: '超时', count: 0 },
]
const chips = () =>
  mountPart(AppFilterChips, { props: { label: '筛选', options: FILTERS, modelValue: 'open' } })
const press = (key: string) =>
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))

it('is one stop for the tab key; arrows, Home and End move inside', () => {
  chips()
  expect(byRole('button').map((chip) => chip.tabIndex)).toEqual([-1, 0, -1])
  theOne('button', '办理中 4').focus()
  press('ArrowRight')
  expect(document.activeElement).toBe(theOne('button', '超时 0'))
  press('ArrowRight')
  expect(document.activeElement).toBe(theOne('button', '超时 0'))
  press('Home')
  expect(document.activeElement).toBe(theOne('button', '我的 1'))
})

it('filters only when one is touched, not while moving', () => {
  const bar = chips()
  theOne('button', '办理中 4').focus()
  press('ArrowLeft')
  expect(bar.emitted('update:modelValue')).toBeUndefined()
  theOne('button', '我的 1').click()
  expect(bar.emitted('update:modelValue')).toEqual([['mine']])
})
