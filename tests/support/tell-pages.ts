import type { Browser, Page } from 'playwright'

const told = async (page: Page): Promise<string> => {
  const words = await page
    .locator('body')
    .innerText({ timeout: 5_000 })
    .catch((cause: unknown) => `not readable: ${String(cause)}`)
  return `— ${page.url()}\n${words.slice(0, 3_000)}`
}

/** What every open page of the browser said, for the record of a story that failed. */
export const tellPages = async (browser: Browser): Promise<string> => {
  const pages = browser.contexts().flatMap((context) => context.pages())
  return (await Promise.all(pages.map(told))).join('\n')
}
