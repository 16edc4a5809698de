import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import AppDialog from '../../src/ui/AppDialog.vue'
import AppSheet from '../../src/ui/AppSheet.vue'
import { mountPart, theOne } from './mount-part'

enableAutoUnmount(afterEach)

const words = { title: '作废这条记录?', words: '作废后仍看得到', act: '作废', cancel: '不作废' }

it('does what cannot be taken back only when told to', async () => {
  const dialog = mountPart(AppDialog, { props: { ...words, open: true } })
  await flushPromises()
  theOne('button', '不作废').click()
  await flushPromises()
  expect(dialog.emitted('act')).toBeUndefined()
  expect(dialog.emitted('update:open')).toEqual([[false]])
  await dialog.setProps({ open: false })
  await dialog.setProps({ open: true })
  await flushPromises()
  theOne('button', '作废').click()
  expect(dialog.emitted('act')).toHaveLength(1)
})

it('is a dialog named by its title and told by its words', async () => {
  const props = { title: '提前结束', words: '没看的点会记为未巡', open: true }
  const sheet = mountPart(AppSheet, { props })
  await flushPromises()
  const box = document.querySelector('[role=dialog]')
  const said = (attribute: string) =>
    document.getElementById(box?.getAttribute(attribute) ?? '')?.textContent
  expect(said('aria-labelledby')).toBe('提前结束')
  expect(said('aria-describedby')).toBe('没看的点会记为未巡')
  theOne('button', '关闭').click()
  expect(sheet.emitted('update:open')).toEqual([[false]])
})
