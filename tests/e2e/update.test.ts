import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openBrowser, openContext, PHONE, pickPlace, signInAt } from '../support/browser'
import { SecondApp } from '../support/second-app'
import { ServerProcess } from '../support/server-process'

const app = new SecondApp()
const server = new ServerProcess(inject('demonstration'), app.program)
let browser: Browser

beforeAll(async () => {
  await server.start()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.remove()
  app.remove()
})

/** What the hourly look finds: the newer app is fetched whole and waits. */
const lookForNewer = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    await registration.update()
    const waits = () => registration.waiting !== null
    while (!waits()) await new Promise((done) => requestAnimationFrame(done))
  })

const version = (page: Page) => page.evaluate(() => document.documentElement.dataset['version'])

const offer = (page: Page) => page.getByRole('button', { name: '现在更换' })

describe('a newer app, while work is unsent', () => {
  it('[TD12] is offered once the form is saved, keeps what waits, and sends it', async () => {
    const phone = await openContext(browser, PHONE)
    const page = await signInAt(phone, server.address, 'limin')
    await page.goto(`${server.address}/snap`)
    await page.getByLabel('拍照').setInputFiles('public/icons/icon-512.png')
    await page.getByRole('button', { name: '第 1 张照片', exact: true }).waitFor()
    await pickPlace(page, '东门')
    await page.getByRole('textbox', { name: '什么情况' }).fill('门岗雨棚漏水')
    app.release('2')
    await lookForNewer(page)

    // Longer than a person looks up from the screen: a form is open, so nothing is offered.
    const still = await page.evaluate(() => performance.now())
    await page.waitForFunction((since) => performance.now() - since > 6_000, still)
    expect(await offer(page).count()).toBe(0)

    await phone.setOffline(true)
    await page.getByRole('button', { name: '保存工单' }).click()
    await page.getByText('在手机上').waitFor()
    await page.getByRole('link', { name: '返回' }).first().click()
    await page.getByRole('link', { name: '今日', exact: true }).click()
    await offer(page).waitFor()
    expect(await version(page)).toBeUndefined()
    await Promise.all([page.waitForEvent('load'), offer(page).click()])
    expect(await version(page)).toBe('2')
    await page.getByText(/未上传\s[1-9]/).waitFor()

    await phone.setOffline(false)
    await page.getByText('全部已上传').waitFor()
    await page.goto(`${server.address}/tickets`)
    await page.getByRole('link', { name: /门岗雨棚漏水/ }).waitFor()
    await phone.close()
  })
})
