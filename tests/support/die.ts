import type { BrowserContext, Page } from 'playwright'

/**
 * The page is gone as when a phone dies, once a draft on the disk holds these words: nothing runs any
 * more, only the disk is left.
 */
export const die = async (page: Page, context: BrowserContext, onDisk: string): Promise<Page> => {
  await page.waitForFunction(async (words) => {
    const drafts = await new Promise<IDBValidKey[]>((resolve) => {
      void indexedDB.databases().then(([found]) => {
        const open = indexedDB.open(found?.name ?? '')
        open.onsuccess = () => {
          const all = open.result.transaction('drafts').objectStore('drafts').getAll()
          all.onsuccess = () => {
            open.result.close()
            resolve(all.result as IDBValidKey[])
          }
        }
      })
    })
    return JSON.stringify(drafts).includes(words)
  }, onDisk)
  await page.close()
  return context.newPage()
}
