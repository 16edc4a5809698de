import type { BrowserContext, Page } from 'playwright'
import { expect } from 'vitest'

/** Everything begun on this phone, as text; bytes show as empty. */
const drafts = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const [found] = await indexedDB.databases()
    const all = await new Promise((resolve) => {
      const open = indexedDB.open(found?.name ?? '')
      open.onsuccess = () => {
        const kept = open.result.transaction('drafts').objectStore('drafts').getAll()
        kept.onsuccess = () => {
          open.result.close()
          resolve(kept.result)
        }
      }
    })
    return JSON.stringify(all)
  })

const PATIENCE = { timeout: 60_000, interval: 50 }

/**
 * The page is gone as when a phone dies, once a draft on the disk holds these words: nothing runs any
 * more, only the disk is left.
 */
export const die = async (page: Page, context: BrowserContext, onDisk: string): Promise<Page> => {
  await expect.poll(() => drafts(page), PATIENCE).toContain(onDisk)
  await page.close()
  return context.newPage()
}
