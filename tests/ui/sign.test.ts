import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import AppAvatar from '../../src/ui/AppAvatar.vue'
import AppProgress from '../../src/ui/AppProgress.vue'
import AppSteps from '../../src/ui/AppSteps.vue'
import AppUploadMark from '../../src/ui/AppUploadMark.vue'
import { byRole, mountPart, theOne } from './mount-part'

enableAutoUnmount(afterEach)

it.each([
  ['李敏', '敏'],
  ['欧阳 晓东', '东'],
  ['Li Min', 'L'],
  ['', ''],
])('calls %s by %s', (name, sign) => {
  expect(mountPart(AppAvatar, { props: { name } }).text()).toBe(sign)
})

it('says of a round what its colours say, in words', () => {
  mountPart(AppSteps, {
    props: { states: ['normal', 'abnormal', 'open'], label: '已看 2 点,共 3 点' },
  })
  expect(theOne('img', '已看 2 点,共 3 点').children).toHaveLength(3)
})

it.each([
  ['onPhone', '在手机上'],
  ['going', '照片上传中'],
  ['uploaded', '已上传'],
  ['needsYou', '请处理'],
])('marks %s with a sign and the word %s', (state, word) => {
  const mark = mountPart(AppUploadMark, { props: { state } })
  expect(mark.text()).toBe(word)
  expect(mark.findAll('svg')).toHaveLength(1)
})

it('says how far a job is, never more than all of it, and stops it', () => {
  const props = { label: '正在导出', value: 1_200, of: 1_000, stopLabel: '停下' }
  const job = mountPart(AppProgress, { props })
  expect(byRole('progressbar')[0]?.getAttribute('aria-valuenow')).toBe('1000')
  theOne('button', '停下').click()
  expect(job.emitted('stop')).toHaveLength(1)
})

it('claims no number where the length is not known', () => {
  mountPart(AppProgress, { props: { label: '正在接收', value: 3, of: null } })
  expect(byRole('progressbar')[0]?.hasAttribute('aria-valuenow')).toBe(false)
})
