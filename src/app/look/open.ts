import { appScript, dropLook, takeLook } from '../../stores/look'
import { drawLook } from './draw-look'

/**
 * The first script of all: shows Today as it was last seen, then begins the app, which puts the living
 * page in its place. What is tapped before that is marked, and done then; see `living-page.ts`.
 */
const show = (): boolean => {
  const app = document.getElementById('app')
  const isToday = ['/', '/today'].includes(location.pathname)
  const look = isToday && !document.hidden ? takeLook(Date.now()) : null
  if (!app || !look) return false
  const drawn = drawLook(look.drawn)
  for (const [name, value] of Object.entries(look.root))
    document.documentElement.setAttribute(name, value)
  app.dataset['look'] = ''
  app.setAttribute('aria-busy', 'true')
  app.append(drawn)
  app.addEventListener('click', (event) => {
    event.preventDefault()
    const tapped = event.target instanceof Element && event.target.closest('a, button, summary')
    if (!tapped) return
    app.querySelector('[data-tapped]')?.removeAttribute('data-tapped')
    tapped.setAttribute('data-tapped', '')
  })
  return true
}

/** Should the app not come, no dead picture stands for it: the page is opened anew, once, without one. */
const begin = (): void => {
  import(/* @vite-ignore */ appScript()).catch((reason: unknown) => {
    if (!document.querySelector('[data-look]')) throw reason
    dropLook()
    location.reload()
  })
}

/** Whatever is wrong with a picture, the app begins, and keeps another. */
const isShown = (): boolean => {
  try {
    return show()
  } catch {
    return false
  }
}

if (isShown()) requestAnimationFrame(() => setTimeout(begin))
else begin()
