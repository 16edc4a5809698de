import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { keepLook } from '../../src/stores/look'

const reload = vi.fn()
const page = () => document.getElementById('app') as HTMLElement

beforeEach(() => {
  vi.resetModules()
  reload.mockClear()
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
  vi.spyOn(location, 'reload').mockImplementation(reload)
  localStorage.clear()
  localStorage.setItem('mengya/person', '{"staff":"a"}')
  document.body.innerHTML = '<div id="app"></div>'
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const keep = () =>
  keepLook({
    ...{ from: 0, until: Number.MAX_SAFE_INTEGER, lock: 'mengya/lock/a', root: {} },
    drawn: ['p', {}, '电梯异响'],
  })
/** The app’s own script, as the built page names it. */
const nameScript = (address: string) => {
  document.head.innerHTML = `<link rel="modulepreload" href="${address}" data-app>`
}
const openPage = () => import('../../src/app/look/open')

it('[TD17] leaves no dead picture where the app does not come, and opens the page anew once', async () => {
  nameScript('/assets/gone.js')
  keep()
  await openPage()
  expect(page().textContent).toBe('电梯异响')
  await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce())
  expect(localStorage.getItem('mengya/look')).toBeNull()
})

it('[TD17] begins the app also where the small store can neither be read nor written', async () => {
  nameScript('data:text/javascript,document.body.dataset.begun=1')
  const refused = () => {
    throw new DOMException('refused', 'SecurityError')
  }
  vi.stubGlobal('localStorage', { getItem: refused, removeItem: refused })
  await openPage()
  await vi.waitFor(() => expect(document.body.dataset['begun']).toBe('1'))
  expect(reload).not.toHaveBeenCalled()
})
