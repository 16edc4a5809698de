import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import AppSheet from '../../src/ui/AppSheet.vue'
import { mountPart, theOne } from './mount-part'

enableAutoUnmount(afterEach)

const sheet = ref<'none' | 'menu' | 'form'>('none')
const hasOpener = ref(true)
const pressed = (name: string, deed: () => void) => h('button', { onClick: deed }, name)
const sheetOf = (which: 'menu' | 'form', inside: () => unknown) =>
  h(
    AppSheet,
    {
      ...{ title: which, open: sheet.value === which },
      'onUpdate:open': (open: boolean) => {
        if (!open && sheet.value === which) sheet.value = 'none'
      },
    },
    { default: inside },
  )
/** A page whose menu leads to a form, as tickets have it. */
const Page = defineComponent(() => () => [
  h('h1', { tabindex: -1 }, '工单'),
  hasOpener.value ? pressed('更多', () => (sheet.value = 'menu')) : null,
  sheetOf('menu', () => pressed('退单', () => (sheet.value = 'form'))),
  sheetOf('form', () => h('input', { id: 'words' })),
])

beforeEach(() => {
  sheet.value = 'none'
  hasOpener.value = true
})

const press = (name: string) => {
  const button = theOne('button', name)
  button.focus()
  button.click()
}
/** The sheet that has the keyboard, once it is the only one. */
const shown = () => {
  const dialogs = [...document.querySelectorAll('[role=dialog]')]
  const [sheet, ...others] = dialogs.filter((each) => each.contains(document.activeElement))
  return others.length === 0 && dialogs.length === 1 && sheet?.querySelector('h2')?.textContent
}
const focused = () => document.activeElement?.textContent
const escape = () =>
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))

it('gives the keyboard back to what opened it', async () => {
  mountPart(Page)
  press('更多')
  await vi.waitFor(() => expect(shown()).toBe('menu'))
  escape()
  await vi.waitFor(() => expect(focused()).toBe('更多'))
})

it('where a menu led to a form, gives it back to what opened the menu', async () => {
  mountPart(Page)
  press('更多')
  await vi.waitFor(() => expect(shown()).toBe('menu'))
  press('退单')
  await vi.waitFor(() => expect(shown()).toBe('form'))
  escape()
  await vi.waitFor(() => expect(focused()).toBe('更多'))
})

it('where that is gone, gives it to the head of the page', async () => {
  mountPart(Page)
  press('更多')
  await vi.waitFor(() => expect(shown()).toBe('menu'))
  hasOpener.value = false
  sheet.value = 'none'
  await vi.waitFor(() => expect(document.activeElement?.tagName).toBe('H1'))
})
