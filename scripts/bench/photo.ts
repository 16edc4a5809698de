/**
 * `npm run bench:photo`: from shutter to a photo ready to be kept, on a 12-megapixel picture, the
 * processor slowed six times, beside the bare way (open, make smaller, write) in the same run. A worker
 * may escape the slowing: the same sum is timed on both threads, slowed and not, so that one can see.
 */
import { openBrowser, openContext, PHONE } from '../../tests/support/browser'
import { ServerProcess } from '../../tests/support/server-process'
import { buildBench } from './build-bench'
import { median, quantile, report } from './figure'

const SLOWED = 6
const TIMES = 12

interface Bench {
  readonly photos: (times: number) => Promise<{
    readonly ours: number[]
    readonly bare: number[]
    readonly longTasks: number[]
    readonly size: { readonly shot: number; readonly sent: number; readonly preview: number }
  }>
  readonly speed: () => Promise<{ readonly main: number; readonly worker: number }>
}

const server = new ServerProcess(null, buildBench())
const browser = await openBrowser()
try {
  await server.start()
  const context = await openContext(browser, PHONE)
  const page = await context.newPage()
  await page.goto(`${server.address}/scripts/bench/pages/photo.html`)
  await page.waitForFunction(() => 'bench' in globalThis)
  const measure = () =>
    page.evaluate(() => (globalThis as unknown as { bench: Bench }).bench.speed())
  await measure()
  const free = await measure()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED })
  const slowed = await measure()
  const { ours, bare, longTasks, size } = await page.evaluate(
    (times) => (globalThis as unknown as { bench: Bench }).bench.photos(times),
    TIMES,
  )
  report({
    'main thread slowed, times': slowed.main / free.main,
    'worker slowed, times': slowed.worker / free.worker,
    'a 12-megapixel shot prepared, ms, median': median(ours),
    'the same opened, made smaller and written bare in a worker, ms, median': median(bare),
    'prepared ÷ bare, median': median(ours) / median(bare),
    'prepared, ms, p95': quantile(ours, 0.95),
    'long tasks of the main thread while preparing, per shot': longTasks.length / TIMES,
    'the longest of them, ms': Math.max(0, ...longTasks),
    'shot, kB': size.shot / 1024,
    'sent, kB': size.sent / 1024,
    'preview, kB': size.preview / 1024,
  })
} finally {
  await browser.close()
  await server.remove()
}
