/**
 * `npm run bench:phone`: opening, tapping and saving on a phone with a large community on it, the
 * processor slowed four times, each beside its reference in the same run.
 */
import type { Locator, Page } from 'playwright'
import { openBrowser, openContext, PHONE, signInAt } from '../../tests/support/browser'
import { ServerProcess } from '../../tests/support/server-process'
import { WireClient } from '../../tests/support/wire-client'
import { buildBench } from './build-bench'
import { median, quantile, report } from './figure'
import { enlarge } from './large-estate'
import { openingOf, slow } from './opening'
import { scrollThrough } from './scroll'

const SLOWED = 4
const OPENINGS = 9
const TAPS = 12
const LOOKS = 80
const ROWS = Number(process.env['ROWS'] ?? 100_000)
const SIZE = {
  tickets: Number(process.env['TICKETS'] ?? 10_000),
  visits: Number(process.env['VISITS'] ?? 20_000),
}

const LINE = 'main a[href^="/tickets/"]'
/** Not the picture of the day as it was last seen, but the day as it was read. */
const ALIVE = `#app:not([data-look]) ${LINE}`

/** Every tap's way to the next paint, as the browser itself counts it. */
const countTaps = (page: Page) =>
  page.evaluate(() => {
    const taps: number[] = []
    Object.assign(globalThis, { benchTaps: taps })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (/^(click|keydown|pointerup)$/.test(entry.name)) taps.push(entry.duration)
    }).observe({ type: 'event', durationThreshold: 16, buffered: false } as PerformanceObserverInit)
  })

const tapsOf = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { benchTaps: number[] }).benchTaps)

const scrolling = (
  how: string,
  { still, scrolled }: Awaited<ReturnType<typeof scrollThrough>>,
) => ({
  [`${ROWS} rows ${how}: frame while scrolling, ms, p95`]: quantile(scrolled, 0.95),
  [`${ROWS} rows ${how}: frame left alone, ms, median`]: median(still),
  [`${ROWS} rows ${how}: p95 while scrolling ÷ frame`]: quantile(scrolled, 0.95) / median(still),
})

const server = new ServerProcess(null, buildBench())
const browser = await openBrowser()
try {
  await server.start()
  const client = new WireClient(server.address)
  await client.signIn('limin')
  await enlarge(client, SIZE)

  const context = await openContext(browser, PHONE)
  // The runner keeps the names of functions by a helper that a page does not have.
  await context.addInitScript('globalThis.__name = (named) => named')
  let calls = 0
  context.on('request', (request) => {
    if (request.url().endsWith('/api/v1/sync')) calls += 1
  })
  const began = performance.now()
  const page = await signInAt(context, server.address, 'limin')
  const downloaded = performance.now() - began
  const callsOfDownload = calls
  await context.setOffline(true)

  // The day was seen, and what is seen first at the next opening is kept.
  await page.waitForFunction(() => localStorage.getItem('mengya/look') !== null)

  const today: number[] = []
  const alive: number[] = []
  const empty: number[] = []
  for (let each = 0; each < OPENINGS; each += 1) {
    empty.push(
      await openingOf(
        context,
        `${server.address}/scripts/bench/pages/empty.html`,
        '#there',
        SLOWED,
      ),
    )
    today.push(await openingOf(context, `${server.address}/today`, LINE, SLOWED))
    alive.push(await openingOf(context, `${server.address}/today`, ALIVE, SLOWED))
  }

  await page.goto(`${server.address}/today`)
  await page.locator(ALIVE).first().waitFor()
  await slow(context, page, SLOWED)
  await countTaps(page)
  const tap = async (target: Locator, shown: Locator) => {
    await target.click()
    await shown.first().waitFor()
  }
  const ticketLinks = page.locator(LINE)
  for (let each = 0; each < TAPS; each += 1) {
    await tap(page.locator('nav a[href="/tickets"]'), ticketLinks)
    const filters = page.locator('main').getByRole('button', { name: /\d/ })
    for (let index = (await filters.count()) - 1; index > 0; index -= 2)
      await filters.nth(index).click()
    await tap(filters.first(), ticketLinks)
    await tap(ticketLinks.first(), page.locator('h1'))
    await page.goBack()
    await tap(page.locator('nav a[href="/today"]'), page.locator('h1'))
  }
  const taps = await tapsOf(page)

  await page.goto(`${server.address}/scripts/bench/pages/storage.html`)
  const storage = await page.evaluate(async (rows) => {
    const { bench } = globalThis as unknown as {
      bench: Record<
        'saves' | 'queries',
        (...sizes: number[]) => Promise<{ ours: number[]; raw: number[]; indexed: number[] }>
      >
    }
    return { saves: await bench.saves(200), queries: await bench.queries(rows, 40) }
  }, ROWS)

  const long = await context.newPage()
  await long.goto(`${server.address}/tickets`)
  await long.getByRole('button', { name: /办理中/ }).click()
  await long.getByText(/办理中\s\d{4,}\s件/).waitFor()
  await ticketLinks.page().close()
  const asIs = await scrollThrough(long)
  await slow(context, long, SLOWED)
  const slowed = await scrollThrough(long)
  await long.close()

  await context.setOffline(false)
  const scan = await context.newPage()
  await scan.goto(`${server.address}/scripts/bench/pages/scanner.html`)
  await scan.waitForFunction(() => 'bench' in globalThis)
  await slow(context, scan, SLOWED)
  const looks = await scan.evaluate(
    (times) =>
      (
        globalThis as unknown as {
          bench: { looks: (times: number) => Promise<{ took: number[]; right: number }> }
        }
      ).bench.looks(times),
    LOOKS,
  )
  report({
    'first download, ms (whole sign-in, not slowed)': downloaded,
    'calls of the first download': callsOfDownload,
    'Today seen, opened offline, ms, median': median(today),
    'Today alive, opened offline, ms, median': median(alive),
    'open an empty Vue page offline, ms, median': median(empty),
    'Today seen ÷ empty page': median(today) / median(empty),
    'Today alive ÷ empty page': median(alive) / median(empty),
    'tap to next paint, ms, p98 (taps under 16 ms are not told by the browser)': quantile(
      taps,
      0.98,
    ),
    'taps told': taps.length,
    'save one act, ms, p50': median(storage.saves.ours),
    'the same bytes raw and strict, ms, p50': median(storage.saves.raw),
    'save ÷ raw, p50': median(storage.saves.ours) / median(storage.saves.raw),
    'raw and strict in tables with the same indexes, ms, p50': median(storage.saves.indexed),
    'save ÷ raw with the same indexes, p50':
      median(storage.saves.ours) / median(storage.saves.indexed),
    'save p95 ÷ raw p50': quantile(storage.saves.ours, 0.95) / median(storage.saves.raw),
    [`50 of ${ROWS}, ms, p50`]: median(storage.queries.ours),
    [`50 of ${ROWS} raw, ms, p50`]: median(storage.queries.raw),
    'query ÷ raw': median(storage.queries.ours) / median(storage.queries.raw),
    ...scrolling('not slowed', asIs),
    ...scrolling('slowed', slowed),
    'a look for a code at 640×480, slowed, ms, median': median(looks.took),
    'a look for a code at 640×480, slowed, ms, p95': quantile(looks.took, 0.95),
    'pictures told right, of all': looks.right / LOOKS,
  })
} finally {
  await browser.close()
  await server.remove()
}
