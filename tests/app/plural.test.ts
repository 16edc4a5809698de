import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { defineComponent, h, nextTick } from 'vue'
import { useI18n } from 'petite-vue-i18n'
import { createWording } from '../../src/app/i18n'

const Days = defineComponent(() => {
  const { t } = useI18n()
  return () => h('p', [0, 1, 2].map((n) => t('time.days', { n })).join(' · '))
})

it('says one and many as the language does', async () => {
  const wording = createWording()
  const part = mount(Days, { global: { plugins: [wording] } })
  expect(part.text()).toBe('0 天 · 1 天 · 2 天')
  await wording.setLanguage('en')
  await nextTick()
  expect(part.text()).toBe('0 days · 1 day · 2 days')
})
