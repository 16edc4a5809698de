import type { BrowserContext, CDPSession, Page } from 'playwright'

/** A page slowed as a plain phone is. */
export const slow = async (
  context: BrowserContext,
  page: Page,
  rate: number,
): Promise<CDPSession> => {
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
  return session
}

/** From the first byte of the page to the frame in which the thing looked for is there. */
export const openingOf = async (
  context: BrowserContext,
  url: string,
  selector: string,
  rate: number,
): Promise<number> => {
  const page = await context.newPage()
  await slow(context, page, rate)
  await page.addInitScript((looked) => {
    const look = () => {
      if (!document.querySelector(looked)) return false
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          performance.mark('bench-shown')
          // eslint-disable-next-line no-console -- how the page tells the bench without being asked
          console.debug('bench-shown')
        }),
      )
      return true
    }
    const watch = new MutationObserver(() => look() && watch.disconnect())
    watch.observe(document, { childList: true, subtree: true })
  }, selector)
  // Nothing is asked of the page before: the driver's own script would cost it a moment.
  const there = page.waitForEvent('console', (told) => told.text() === 'bench-shown')
  await page.goto(url, { waitUntil: 'commit' })
  await there
  const shown = await page.evaluate(() => performance.getEntriesByName('bench-shown')[0]?.startTime)
  await page.close()
  return shown ?? Number.NaN
}
