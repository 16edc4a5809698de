import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { openContext, PHONE, signInAt } from '../support/browser'
import { setStage } from '../support/stage'

const stage = setStage()
const { server } = stage

const openNote = async (page: Page) => {
  await page.goto(`${server.address}/tickets`)
  await page.getByLabel('搜标题、位置、单号').fill('门禁')
  await page.getByRole('button', { name: /办理中/ }).click()
  await page.getByRole('link', { name: /门禁/ }).first().click()
  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('button', { name: '记一句' }).click()
}

const saveNote = (page: Page) =>
  page.getByRole('dialog').getByRole('button', { name: '记一句' }).click()

describe('the phone’s memory in a real browser', () => {
  it('[ST1] every business write is of strict durability', async () => {
    const context = await openContext(stage.browser, PHONE)
    await context.addInitScript(() => {
      const seen: string[] = []
      Object.assign(globalThis, { seen })
      const begin = IDBDatabase.prototype.transaction
      IDBDatabase.prototype.transaction = function (...args: Parameters<typeof begin>) {
        const transaction = begin.apply(this, args)
        if (transaction.mode === 'readwrite' && transaction.objectStoreNames.contains('outbox'))
          seen.push(transaction.durability)
        return transaction
      }
    })
    const page = await signInAt(context, server.address, 'limin')
    await openNote(page)
    await page.getByRole('textbox', { name: '记一句' }).fill('试一试')
    await saveNote(page)
    await page.getByText('李敏 记录').waitFor()
    const seen = await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)
    expect(seen.length).toBeGreaterThan(0)
    expect([...new Set(seen)]).toEqual(['strict'])
    await context.close()
  })
})
