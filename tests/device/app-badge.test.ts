import { afterEach, describe, expect, it, vi } from 'vitest'
import { showAppBadge } from '../../src/device/app-badge'

afterEach(() => vi.unstubAllGlobals())

/** A browser that shows a number on the app's mark, or will not. */
const browser = (isAllowed = true) => {
  const shown: (number | null)[] = []
  const put = (number: number | null) => {
    if (!isAllowed) return Promise.reject(new DOMException('no', 'NotAllowedError'))
    shown.push(number)
    return Promise.resolve()
  }
  vi.stubGlobal('navigator', { setAppBadge: put, clearAppBadge: () => put(null) })
  return shown
}

describe('[TD7] the number on the app’s mark', () => {
  it('is what needs the person, and goes when nothing does', async () => {
    const shown = browser()
    await showAppBadge(3)
    await showAppBadge(0)
    expect(shown).toEqual([3, null])
  })

  it('is left out in silence where the browser has none or will not', async () => {
    browser(false)
    await expect(showAppBadge(1)).resolves.toBeUndefined()
    vi.stubGlobal('navigator', {})
    await expect(showAppBadge(1)).resolves.toBeUndefined()
  })
})
