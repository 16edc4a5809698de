import { createI18n, type Composer } from 'vue-i18n'

export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

type Words = Record<string, unknown>

const chinese = import.meta.glob<Words>(['./wording/zh-CN/*.json', '!**/design.json'], {
  eager: true,
  import: 'default',
})
const english = import.meta.glob<Words>(['./wording/en/*.json', '!**/design.json'], {
  import: 'default',
})
/** The page that shows every part is for those who build the app: its words do not ship. */
const ofDesign = import.meta.env.DEV
  ? import.meta.glob<Words>('./wording/*/design.json', { eager: true, import: 'default' })
  : {}

const nameOf = (path: string): string => /([^/]+)\.json$/.exec(path)?.[1] ?? path

const byName = (entries: readonly (readonly [string, Words])[]): Words =>
  Object.fromEntries(entries.map(([path, words]) => [nameOf(path), words]))

const designOf = (language: Language): Words =>
  byName(Object.entries(ofDesign).filter(([path]) => path.includes(`/${language}/`)))

/** Chinese is there at once; English comes when it is asked for. */
export const createWording = () =>
  createI18n({
    legacy: false,
    locale: 'zh-CN',
    fallbackLocale: 'zh-CN',
    messages: { 'zh-CN': { ...designOf('zh-CN'), ...byName(Object.entries(chinese)) } as never },
  })

export const setLanguage = async (
  i18n: { readonly global: Composer },
  language: Language,
): Promise<void> => {
  if (language === 'en' && !i18n.global.availableLocales.includes('en')) {
    const loaded = await Promise.all(
      Object.entries(english).map(async ([path, load]) => [path, await load()] as const),
    )
    i18n.global.setLocaleMessage('en', { ...designOf('en'), ...byName(loaded) } as never)
  }
  i18n.global.locale.value = language
  document.documentElement.lang = language
}
