import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DESK, openBrowser, openContext, signInAt } from '../support/browser'
import { ServerProcess } from '../support/server-process'

let server: ServerProcess
let browser: Browser

beforeAll(async () => {
  server = await new ServerProcess().start()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  await server.remove()
})

describe('a finished round on paper', () => {
  it('is one page with every stop, and nothing one can only touch', async () => {
    const context = await openContext(browser, DESK)
    const page = await signInAt(context, server.address, 'zhoujie')
    await page.goto(`${server.address}/patrol`)
    await page
      .getByRole('link', { name: /消防巡查 12\/12.*已完成/ })
      .first()
      .click()
    await page.getByRole('button', { name: '打印这一轮' }).waitFor()
    await page.emulateMedia({ media: 'print' })
    const table = page.getByRole('table')
    await table.waitFor()
    expect(await table.getByRole('row').count()).toBe(13)
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0)
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    await context.close()
  })
})
