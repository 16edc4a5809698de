import type { Router } from 'vue-router'

interface LivingPage {
  /** Where the app is mounted: apart from the page while a look stands there. */
  readonly root: Element
  /** Puts it in the look’s place, once, and does what was tapped meanwhile. */
  readonly show: () => void
}

/** What it says, and what it is part of. */
const saysOf = (thing: Element): string =>
  `${thing.closest('[aria-label]')?.getAttribute('aria-label') ?? ''} ${thing.textContent}`

/** The same thing in there; nothing where there is none, or more than one. */
const sameOf = (root: Element, tapped: Element): HTMLElement | null => {
  const all = [...root.querySelectorAll<HTMLElement>(tapped.localName)]
  const [same, ...others] = all.filter((each) => saysOf(each) === saysOf(tapped))
  return same && others.length === 0 ? same : null
}

export const livingPage = (router: Router): LivingPage => {
  const page = document.getElementById('app')
  if (!page) throw new Error('There is no page')
  if (page.dataset['look'] === undefined) return { root: page, show: () => undefined }
  const root = document.createElement('div')
  root.id = page.id
  const show = () => {
    if (!page.isConnected) return
    const tapped = page.querySelector('[data-tapped]')
    page.replaceWith(root)
    const path = tapped?.getAttribute('href')
    if (path) void router.push(path)
    // Of two alike in the picture, nobody can tell which one is still there.
    else if (tapped && sameOf(page, tapped)) sameOf(root, tapped)?.click()
  }
  return { root, show }
}
