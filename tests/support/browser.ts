import { chromium, type Browser, type BrowserContext, type Page } from 'playwright'
import { ensureChromium } from '../../scripts/find-chromium.mjs'

const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  ...['--disable-component-update', '--disable-sync', '--use-fake-ui-for-media-stream'],
  '--use-fake-device-for-media-stream',
]

export const openBrowser = (camera?: string): Promise<Browser> =>
  chromium.launch({
    executablePath: ensureChromium(),
    args: camera ? [...FLAGS, `--use-file-for-fake-video-capture=${camera}`] : FLAGS,
  })

export const PHONE = { width: 390, height: 844 }
export const DESK = { width: 1440, height: 900 }

const PATIENCE = Number(process.env['BROWSER_PATIENCE'] ?? 60_000)

export const openContext = async (
  browser: Browser,
  viewport: typeof PHONE,
): Promise<BrowserContext> => {
  const context = await browser.newContext({
    viewport,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  context.setDefaultTimeout(PATIENCE)
  return context
}

/** Signs in and waits until the app would open without a network. */
export const signInAt = async (
  context: BrowserContext,
  address: string,
  account: string,
): Promise<Page> => {
  const page = await context.newPage()
  await page.goto(`${address}/`)
  await page.getByLabel('账号').fill(account)
  await page.getByLabel('密码').fill('mengya-demo')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('heading', { name: '今日', level: 1 }).waitFor()
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  return page
}

/** What reads codes comes by itself, after the page: the basement is entered once it is here. */
export const codeReaderHere = async (page: Page): Promise<void> => {
  await page.waitForFunction(async () => {
    const held = await Promise.all(
      (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
    )
    return held.flat().some(({ url }) => url.endsWith('.wasm'))
  })
}

/** Chooses a place in the sheet by writing it. */
export const pickPlace = async (page: Page, place: string): Promise<void> => {
  await page.getByRole('button', { name: /^在哪里/ }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('searchbox').fill(place)
  await sheet.getByRole('button', { name: place, exact: true }).click()
}
