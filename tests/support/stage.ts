import type { Browser } from 'playwright'
import { afterAll, beforeAll, beforeEach, inject } from 'vitest'
import { openBrowser } from './browser'
import { ServerProcess } from './server-process'
import { tellPages } from './tell-pages'

/** A story begins sooner on a phone that need not hold what was settled weeks ago. */
const FEW_DAYS = { ROWS_KEPT_DAYS: '7' }

/** A server with the demonstration, and a browser, for all stories of a file. */
export const setStage = (
  prepare: (address: string) => Promise<unknown> = () => Promise.resolve(),
) => {
  const server = new ServerProcess(inject('demonstration'))
  let browser: Browser
  beforeAll(async () => {
    await server.start([], FEW_DAYS)
    await prepare(server.address)
    browser = await openBrowser()
  })
  beforeEach(({ onTestFailed }) => {
    onTestFailed(async () => {
      process.stderr.write(`What the pages said as it failed:\n${await tellPages(browser)}\n`)
    })
  })
  afterAll(async () => {
    await browser.close()
    await server.remove()
  })
  return {
    server,
    /** There once the first story begins. */
    get browser() {
      return browser
    },
  }
}
