import { watch, type Ref } from 'vue'

/** Who is given the focus back, by the sheet they opened. */
const openers = new WeakMap<Element, HTMLElement>()
/** Of the sheet that is just going: one that comes up from it has the same. */
let leaving: HTMLElement | null = null

const openerNow = (): HTMLElement | null => {
  const { activeElement } = document
  if (!(activeElement instanceof HTMLElement) || activeElement === document.body) return leaving
  const from = activeElement.closest('[role=dialog]')
  return from ? (openers.get(from) ?? null) : activeElement
}

/**
 * Where the keyboard goes when a sheet closes: to what opened it, or, where one sheet led to the next,
 * to what opened the first; where that is gone, to the head of the page. Never to nowhere.
 */
export const useSheetOpener = (open: Readonly<Ref<boolean>>) => {
  let opener: HTMLElement | null = null
  watch(
    open,
    (isOpen) => {
      if (isOpen) opener = openerNow()
      else leaving = opener
    },
    { immediate: true, flush: 'sync' },
  )

  return {
    remember: ({ target }: Event) => {
      if (opener && target instanceof Element) openers.set(target, opener)
    },
    giveBack: (event: Event) => {
      event.preventDefault()
      if (leaving === opener) leaving = null
      // The next sheet is up already and has the keyboard.
      if (document.querySelector('[role=dialog][data-state=open]')) return
      const to = opener?.isConnected ? opener : document.querySelector<HTMLElement>('h1')
      to?.focus()
    },
  }
}
