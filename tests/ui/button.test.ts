import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import AppButton from '../../src/ui/AppButton.vue'
import AppIconButton from '../../src/ui/AppIconButton.vue'
import { mountPart, theOne } from './mount-part'

enableAutoUnmount(afterEach)

it('does nothing on a second tap while the first is still being done', async () => {
  const button = mountPart(AppButton, { slots: { default: '完成这一点' } })
  theOne('button', '完成这一点').click()
  await button.setProps({ busy: true })
  theOne('button', '完成这一点').click()
  expect(button.emitted('click')).toHaveLength(1)
  expect(theOne('button', '完成这一点').getAttribute('aria-busy')).toBe('true')
})

it('names a sign that stands alone, and says whether it stays down', () => {
  mountPart(AppIconButton, { props: { icon: 'flash', label: '开灯', pressed: true } })
  expect(theOne('button', '开灯').getAttribute('aria-pressed')).toBe('true')
})

it('is not said to stay down where it never does', () => {
  mountPart(AppIconButton, { props: { icon: 'close', label: '关闭' } })
  expect(theOne('button', '关闭').hasAttribute('aria-pressed')).toBe(false)
})
