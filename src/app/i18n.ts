import { markRaw, type App } from 'vue'
import { createI18n, registerMessageResolver } from 'petite-vue-i18n'
import { wordsUnder } from '../ui/words-under'

export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

export type Words = Record<string, unknown>

/** Said on every page and on the first one, in Chinese: these travel with the app itself. */
const eager = import.meta.glob<Words>(
  './wording/zh-CN/{app,error,state,ticketTable,time,today,ui,walk}.json',
  {
    eager: true,
    import: 'default',
  },
)
/** All others come with the page that says them, as its route tells. */
const lazy = import.meta.glob<Words>(
  [
    './wording/zh-CN/*.json',
    '!./wording/zh-CN/{app,error,state,ticketTable,time,today,ui,walk}.json',
    '!**/design.json',
  ],
  { import: 'default' },
)
/** Where the English words are, too: most never ask. */
const filesOf = async (language: Language) =>
  language === 'en' ? (await import('./english-words')).ENGLISH_WORDS : lazy
/** The page that shows every part is for those who build the app: its words do not ship. */
const ofDesign = import.meta.env.DEV
  ? import.meta.glob<Words>('./wording/*/design.json', { import: 'default' })
  : {}

// By itself the library reads flat keys only; ours lead through the file and its groups.
registerMessageResolver((words, key) => (wordsUnder(words, key) ?? null) as never)

const nameOf = (path: string): string => /([^/]+)\.json$/.exec(path)?.[1] ?? path

const byName = (files: Readonly<Record<string, Words>>): Words =>
  Object.fromEntries(Object.entries(files).map(([path, words]) => [nameOf(path), words]))

/** The words of all pages opened so far, in the languages asked for so far. */
export const createWording = (there: Readonly<Record<string, Words>> = eager) => {
  // To watch every word would only cost: no page says any before they are here.
  const held: Record<Language, Words> = { 'zh-CN': markRaw(byName(there)), en: markRaw({}) }
  const messages = held as never
  const i18n = createI18n({ legacy: false, locale: 'zh-CN', fallbackLocale: 'zh-CN', messages })
  const { global } = i18n
  const asked = new Set(Object.keys(held['zh-CN']))
  let shown: Language = 'zh-CN'
  let wanted: Language = shown

  const bringOne = async (language: Language, name: string): Promise<void> => {
    if (name in held[language]) return
    const path = `./wording/${language}/${name}.json`
    const load = (await filesOf(language))[path] ?? ofDesign[path]
    if (load) held[language][name] = await load()
  }
  const bring = (language: Language) =>
    Promise.all([...asked].map((name) => bringOne(language, name)))

  /** Before a page is entered, in the language shown and in the one about to be. */
  const load = async (names: readonly string[]): Promise<void> => {
    for (const name of names) asked.add(name)
    await Promise.all([bring(shown), bring(wanted)])
  }

  const setLanguage = async (language: Language): Promise<void> => {
    wanted = language
    try {
      await bring(language)
    } catch (error) {
      // Pages still open in the language that is here.
      if (wanted === language) wanted = shown
      throw error
    }
    // Somebody may have changed their mind meanwhile.
    if (wanted !== language) return
    shown = language
    global.locale.value = language
    document.documentElement.lang = language
  }

  return { install: (app: App) => app.use(i18n), load, setLanguage }
}

export type Wording = ReturnType<typeof createWording>
