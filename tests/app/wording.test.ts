import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent, h, nextTick } from 'vue'
import { useI18n } from 'petite-vue-i18n'
import { createWording, type Wording } from '../../src/app/i18n'
import { createAppRouter } from '../../src/app/router'

/** Says a word that travels with the app and one of the page for signing in. */
const Speaker = defineComponent(() => {
  const { t } = useI18n()
  return () => h('p', `${t('app.today')} · ${t('signIn.title')}`)
})

const speak = (wording: Wording) => {
  const part = mount(Speaker, { global: { plugins: [wording] } })
  return async () => {
    await nextTick()
    return part.text()
  }
}

describe('the words of a page', () => {
  it('are there when it is entered', async () => {
    const wording = createWording()
    const router = createAppRouter(false, wording)
    await router.push('/sign-in')
    expect(router.currentRoute.value.path).toBe('/sign-in')
    const fresh = speak(wording)
    expect(await fresh()).toBe('今日 · 登录')
  })

  it('follow the language while the page is open', async () => {
    const wording = createWording()
    await wording.load(['signIn'])
    const said = speak(wording)
    await wording.setLanguage('en')
    expect(await said()).toBe('Today · Sign in')
    await wording.setLanguage('zh-CN')
    expect(await said()).toBe('今日 · 登录')
  })

  it('are there in the language that is coming when a page is entered meanwhile', async () => {
    const wording = createWording()
    const changing = wording.setLanguage('en')
    await wording.load(['signIn'])
    await changing
    expect(await speak(wording)()).toBe('Today · Sign in')
  })

  it('stay in the language chosen last, however the words come', async () => {
    const wording = createWording()
    await wording.load(['signIn'])
    const first = wording.setLanguage('en')
    await Promise.all([wording.setLanguage('zh-CN'), first])
    expect(document.documentElement.lang).toBe('zh-CN')
    expect(await speak(wording)()).toBe('今日 · 登录')
  })
})
