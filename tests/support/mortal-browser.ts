import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright'
import { ensureChromium } from '../../scripts/find-chromium.mjs'
import { PHONE } from './browser'

const FLAGS = [
  ...['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--lang=zh-CN'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
  ...['--disable-dev-shm-usage', '--remote-debugging-port=0', 'about:blank'],
]

/**
 * A real browser with a disk of its own that is killed (SIGKILL) as when a phone's battery is pulled,
 * and opened again on what the disk then holds.
 */
export class MortalBrowser {
  readonly #disk = mkdtempSync(join(tmpdir(), 'mengya-phone-'))
  #process: ChildProcess | null = null
  #browser: Browser | null = null

  /** A page of the size of a phone; without a network if so wished. */
  async open(isOffline: boolean): Promise<Page> {
    const child = spawn(ensureChromium(), [`--user-data-dir=${this.#disk}`, ...FLAGS], {
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
      env: { ...process.env, TZ: 'Asia/Shanghai' },
    })
    this.#process = child
    const browser = await chromium.connectOverCDP(await this.#listens(child))
    const [context] = browser.contexts()
    if (!context) throw new Error('The browser has no context')
    this.#browser = browser
    context.setDefaultTimeout(60_000)
    const page = await context.newPage()
    await page.setViewportSize(PHONE)
    await context.setOffline(isOffline)
    return page
  }

  async setOffline(isOffline: boolean): Promise<void> {
    for (const context of this.#browser?.contexts() ?? []) await context.setOffline(isOffline)
  }

  /** All its processes at once; nothing of it runs any more. */
  async kill(): Promise<void> {
    const child = this.#process
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    process.kill(-child.pid, 'SIGKILL')
    await ended
    this.#process = null
  }

  /** Shut as a person shuts it: what a browser writes down at leisure (cookies) is written. */
  async close(): Promise<void> {
    const child = this.#process
    if (!child || child.exitCode !== null) return
    const ended = once(child, 'exit')
    const session = await this.#browser?.newBrowserCDPSession()
    await session?.send('Browser.close')
    await ended
    this.#process = null
  }

  async remove(): Promise<void> {
    await this.kill()
    rmSync(this.#disk, { recursive: true, force: true, maxRetries: 5 })
  }

  async #listens(child: ChildProcess): Promise<string> {
    let said = ''
    for await (const part of child.stderr ?? []) {
      said += String(part)
      const address = /listening on (ws:\S+)/.exec(said)?.[1]
      if (address) return address
    }
    throw new Error(`The browser did not come up: ${said}`)
  }
}
