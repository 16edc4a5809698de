import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import AppToaster from '../../src/ui/AppToaster.vue'
import { byRole, mountPart, theOne } from './mount-part'

enableAutoUnmount(afterEach)
beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const done = { id: 'rest', words: '其余各项记为正常', act: '撤销', stays: 8_000 }
const toaster = () => mountPart(AppToaster, { props: { toasts: [done] } })

it('is read out, and undone by its button', () => {
  const part = toaster()
  expect(byRole('status')[0]?.textContent).toContain('其余各项记为正常')
  theOne('button', '撤销').click()
  expect(part.emitted('act')).toEqual([['rest']])
})

it('goes when its time is over, not before', () => {
  const part = toaster()
  vi.advanceTimersByTime(7_999)
  expect(part.emitted('gone')).toBeUndefined()
  vi.advanceTimersByTime(1)
  expect(part.emitted('gone')).toEqual([['rest']])
})

it('waits while somebody is on it', async () => {
  const part = toaster()
  await part.get('.toast').trigger('focusin')
  vi.advanceTimersByTime(60_000)
  expect(part.emitted('gone')).toBeUndefined()
  await part.get('.toast').trigger('focusout')
  vi.advanceTimersByTime(8_000)
  expect(part.emitted('gone')).toEqual([['rest']])
})
