import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import AppListItem from '../../src/ui/AppListItem.vue'
import { byRole, mountPart } from './mount-part'

enableAutoUnmount(afterEach)

const props = { title: '厨房下水倒灌', subtitle: '5栋1单元 201', due: '还剩 32 分钟' }

it('is a link where it leads somewhere, and reads as one sentence', () => {
  mountPart(AppListItem, { props: { ...props, to: '/tickets/1' } })
  const [link] = byRole('link')
  expect(link?.getAttribute('href')).toBe('/tickets/1')
  expect(link?.textContent.replaceAll('\u00a0', ' ')).toBe('厨房下水倒灌5栋1单元 201还剩 32 分钟')
})

it('is a button where something is picked', () => {
  const item = mountPart(AppListItem, { props })
  byRole('button')[0]?.click()
  expect(item.emitted('pick')).toHaveLength(1)
})

it('is neither where there is nothing to do', () => {
  mountPart(AppListItem, { props: { ...props, still: true } })
  expect([...byRole('button'), ...byRole('link')]).toEqual([])
})
