import { expect, it } from 'vitest'
import type { Composer } from 'vue-i18n'
import { createWording, setLanguage } from '../../src/app/i18n'

it('says one and many as the language does', async () => {
  const i18n = createWording() as unknown as { readonly global: Composer }
  const days = (n: number) => i18n.global.t('time.days', { n })
  expect([days(1), days(2)]).toEqual(['1 天', '2 天'])
  await setLanguage(i18n, 'en')
  expect([days(0), days(1), days(2)]).toEqual(['0 days', '1 day', '2 days'])
})
