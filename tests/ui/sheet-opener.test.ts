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
const opened = (title: string) =>
  vi.waitFor(() => {
    const dialogs = [...document.querySelectorAll('[role=dialog]')]
    expect(dialogs.map((each) => each.querySelector('h2')?.textContent)).toEqual([title])
    expect(dialogs[0]?.contains(document.activeElement)).toBe(true)
  })
const focusIsAt = (words: string) =>
  vi.waitFor(() => expect(document.activeElement?.textContent).toBe(words))
const escape = () =>
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))

it('gives the keyboard back to what opened it', async () => {
  mountPart(Page)
  press('更多')
  await opened('menu')
  escape()
  await focusIsAt('更多')
})

it('where a menu led to a form, gives it back to what opened the menu', async () => {
  mountPart(Page)
  press('更多')
  await opened('menu')
  press('退单')
  await opened('form')
  escape()
  await focusIsAt('更多')
})

it('where that is gone, gives it to the head of the page', async () => {
  mountPart(Page)
  press('更多')
  await opened('menu')
  hasOpener.value = false
  sheet.value = 'none'
  await vi.waitFor(() => expect(document.activeElement?.tagName).toBe('H1'))
})
