import { defineStore } from 'pinia'
import { ref, watch } from 'vue'

export const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const read = <Value extends string>(
  key: string,
  values: readonly Value[],
  otherwise: Value,
): Value => values.find((value) => value === localStorage.getItem(`mengya/${key}`)) ?? otherwise

/** How the app looks on this device, whoever is signed in. */
export const useAppearance = defineStore('appearance', () => {
  const theme = ref<Theme>(read('theme', THEMES, 'auto'))
  const text = ref(read('text', ['normal', 'large'] as const, 'normal'))
  const language = ref(read('language', ['zh-CN', 'en'] as const, 'zh-CN'))
  const prefersDark = window.matchMedia('(prefers-color-scheme: dark)')

  const show = () => {
    const isDark = theme.value === 'dark' || (theme.value === 'auto' && prefersDark.matches)
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light'
    document.documentElement.dataset['text'] = text.value
  }

  prefersDark.addEventListener('change', show)
  watch(
    [theme, text, language],
    () => {
      localStorage.setItem('mengya/theme', theme.value)
      localStorage.setItem('mengya/text', text.value)
      localStorage.setItem('mengya/language', language.value)
      show()
    },
    { immediate: true },
  )
  return { theme, text, language }
})
