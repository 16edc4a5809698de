/**
 * How Today looked when it was last seen, as text: drawn at the next opening before anything of the app
 * has started. It is a picture and decides nothing. This file is read before all others and stands on
 * none of them.
 */
const KEY = 'mengya/look'
const PERSON = 'mengya/person'
const DESK = '(min-width: 960px)'
const DARK = '(prefers-color-scheme: dark)'
/** A day so long is read from the database. */
const MOST_LETTERS = 120_000

/** One element: its name, its attributes, and what is in it. */
export type LookNode = string | readonly [string, Readonly<Record<string, string>>, ...LookNode[]]

export interface Look {
  /** Of that day only. */
  readonly from: number
  readonly until: number
  /** Whose it is, as the phone remembers them. */
  readonly person: string
  /** Where a lock of theirs would stand: [LK3] nothing is shown before its code. */
  readonly lock: string
  readonly isDark: boolean
  /** The app’s script it was drawn by; another may draw otherwise. */
  readonly app: string
  /** What stands on the page's root: language, theme, size of letters. */
  readonly root: Readonly<Record<string, string>>
  readonly drawn: LookNode
}

const isDarkNow = (): boolean => matchMedia(DARK).matches
/** The build names the app’s own script on the page: see `vite.config.ts`. */
export const appScript = (): string =>
  document.querySelector<HTMLLinkElement>('link[data-app]')?.href ?? ''
const personHere = (): string | null => localStorage.getItem(PERSON)

export const dropLook = (): void => localStorage.removeItem(KEY)

export const keepLook = (look: Omit<Look, 'person' | 'isDark' | 'app'>): void => {
  const person = personHere()
  const text =
    person === null
      ? ''
      : JSON.stringify({ ...look, person, isDark: isDarkNow(), app: appScript() })
  if (text === '' || text.length > MOST_LETTERS || localStorage.getItem(look.lock) !== null) {
    dropLook()
    return
  }
  try {
    localStorage.setItem(KEY, text)
  } catch {
    // A full disk: the next opening takes its time.
    dropLook()
  }
}

/** What may be shown now; whatever else was kept is of no use any more. */
export const takeLook = (now: number): Look | null => {
  const text = localStorage.getItem(KEY)
  if (text === null) return null
  try {
    const look = JSON.parse(text) as Look
    const isTheirs = look.person === personHere() && localStorage.getItem(look.lock) === null
    const isNow = look.from <= now && now < look.until && look.app === appScript()
    if (isTheirs && isNow && look.isDark === isDarkNow())
      return matchMedia(DESK).matches ? null : look
  } catch {
    // Nobody can read it.
  }
  dropLook()
  return null
}
