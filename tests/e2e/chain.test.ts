import type { Browser, Page } from 'playwright'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { DESK, openBrowser, openContext, PHONE, signInAt } from '../support/browser'
import { writeQrVideo } from '../support/qr-video'
import { ServerProcess } from '../support/server-process'
import { die } from '../support/die'
import {
  answerTheLobby,
  answerTheRest,
  checkInByHand,
  failTheLeak,
  finishStop,
  LOBBY,
  openStop,
  planRound,
  PUMP,
} from '../support/walk'

let server: ServerProcess
let browser: Browser
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mengya-e2e-'))
  server = await new ServerProcess(inject('demonstration')).start()
  const pump = await planRound(server.address)
  const camera = join(folder, 'label.y4m')
  writeQrVideo(camera, `${server.address}/c/${pump.token}`)
  browser = await openBrowser(camera)
})

afterAll(async () => {
  await browser.close()
  await server.remove()
  rmSync(folder, { recursive: true, force: true })
})

/** Searched for: among many open tickets it need not be one of those drawn. */
const openTheGate = async (page: Page) => {
  await page.getByLabel('搜标题、位置、单号').fill('门禁')
  await page.getByRole('button', { name: /办理中/ }).click()
  await page.getByRole('link', { name: /门禁/ }).first().click()
}

describe('a round walked in a basement', () => {
  it('reaches the supervisor’s desk with its ticket and photo, and is 已上传 only then', async () => {
    const phone = await openContext(browser, PHONE)
    let page = await signInAt(phone, server.address, 'limin')
    await page.getByText(/全天短线巡查/).waitFor()
    await expect
      .poll(() => page.evaluate(() => caches.keys()), { timeout: 60_000 })
      .toContain('mengya-tools')

    await phone.setOffline(true)
    await openStop(page, server.address, PUMP)
    // The label is read by the camera, with no network.
    await page.getByText(/已签到/).waitFor()
    await failTheLeak(page)

    page = await die(page, phone, '"kind":"ticket"')
    await openStop(page, server.address, PUMP)
    expect(await page.getByLabel('稳压泵出口压力').inputValue()).toBe('0.42')
    expect(await page.locator('#item-leak').getByRole('textbox').inputValue()).toContain('法兰')
    expect(await page.locator('#item-leak').getByRole('img').count()).toBe(1)

    await page.getByRole('button', { name: '完成这一点' }).click()
    expect(await page.getByText('这一项还没填').count()).toBeGreaterThan(0)
    await page.locator('#item-leak-where').getByText('法兰').click()
    await page.locator('#item-cabinet').getByText('正常', { exact: true }).click()
    await answerTheRest(page)
    await finishStop(page)

    await page.getByRole('heading', { name: LOBBY }).waitFor()
    await checkInByHand(page)
    await answerTheLobby(page)
    await finishStop(page)
    await page.getByRole('button', { name: '完成这一轮' }).click()
    await page.getByRole('heading', { name: '巡查', exact: true, level: 1 }).waitFor()

    await page.goto(`${server.address}/upload`)
    await page.getByText('4 条记录、').or(page.getByText('5 条记录、')).waitFor()
    expect(await page.getByText('已上传', { exact: true }).count()).toBe(0)

    const desk = await openContext(browser, DESK)
    const wide = await signInAt(desk, server.address, 'zhoujie')
    expect(await wide.getByText('2号泵法兰滴水').count()).toBe(0)

    await phone.setOffline(false)
    await page.getByRole('button', { name: '现在试一次' }).click()
    await page.waitForFunction(
      () =>
        document.body.innerText.split('已上传').length - 1 >= 4 &&
        !document.body.innerText.includes('在这部手机上'),
    )

    await wide
      .getByText(/全天短线巡查/)
      .first()
      .waitFor()
    await wide.goto(`${server.address}/tickets`)
    await wide.getByRole('link', { name: /2号泵法兰滴水/ }).click()
    await wide.getByRole('button', { name: '第 1 张照片' }).click()
    const photo = wide.getByRole('dialog').getByRole('img')
    await photo.waitFor()
    await expect
      .poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(400)
    await phone.close()
    await desk.close()
  })

  it('keeps both when phone and desk change the same ticket', async () => {
    const phone = await openContext(browser, PHONE)
    const desk = await openContext(browser, DESK)
    const page = await signInAt(phone, server.address, 'limin')
    const wide = await signInAt(desk, server.address, 'zhoujie')
    const rename = async (at: Page, title: string) => {
      await at.goto(`${server.address}/tickets`)
      await at.getByLabel('搜标题、位置、单号').fill('下水倒灌')
      await at.getByRole('button', { name: /办理中/ }).click()
      await at.getByRole('link', { name: /下水倒灌/ }).click()
      await at.getByRole('button', { name: '更多' }).click()
      await at.getByRole('button', { name: '改标题' }).click()
      await at.getByRole('textbox', { name: '标题' }).fill(title)
      await at.getByRole('dialog').getByRole('button', { name: '改标题' }).click()
      await at.getByRole('heading', { name: title, level: 1 }).waitFor()
    }
    await phone.setOffline(true)
    await rename(page, '下水倒灌,手机改的')
    await rename(wide, '下水倒灌,电脑改的')
    await phone.setOffline(false)
    await page.getByText('标题两人都改过,请看一下').waitFor()
    await page.getByRole('heading', { name: '下水倒灌,电脑改的', level: 1 }).waitFor()
    expect(await page.getByText('另一份是「下水倒灌,手机改的」').count()).toBe(1)
    await phone.close()
    await desk.close()
  })

  it('goes on when the session ended while offline, and sends after signing in again', async () => {
    const phone = await openContext(browser, PHONE)
    const page = await signInAt(phone, server.address, 'sunjia')
    await phone.setOffline(true)
    await phone.clearCookies()
    await page.goto(`${server.address}/tickets`)
    await openTheGate(page)
    await page.getByRole('button', { name: '更多' }).click()
    await page.getByRole('button', { name: '记一句' }).click()
    await page.getByRole('textbox', { name: '记一句' }).fill('门口试过,还是不行')
    await page.getByRole('dialog').getByRole('button', { name: '记一句' }).click()
    await page.getByText('孙佳 记录').waitFor()
    await page.getByText('在手机上').waitFor()
    await phone.setOffline(false)
    await page.getByText('登录已过期。工作照常保存').waitFor()
    expect(await page.getByText('门口试过,还是不行').count()).toBe(1)
    await page.getByRole('link', { name: '重新登录' }).click()
    await page.getByLabel('账号').fill('sunjia')
    await page.getByLabel('密码').fill('mengya-demo')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByText('全部已上传').waitFor()
    await phone.close()
  })

  it('says once what was sent twice because the answer was lost', async () => {
    const phone = await openContext(browser, PHONE)
    const page = await signInAt(phone, server.address, 'sunjia')
    let lost = 0
    await page.route('**/api/v1/sync', async (route) => {
      if (lost > 0 || !route.request().postData()?.includes('电机过热')) return route.continue()
      lost += 1
      await route.fetch()
      return route.abort('connectionreset')
    })
    await page.goto(`${server.address}/tickets`)
    await openTheGate(page)
    await page.waitForURL(/\/tickets\/./)
    const gate = page.url()
    await page.getByRole('button', { name: '更多' }).click()
    await page.getByRole('button', { name: '记一句' }).click()
    await page.getByRole('textbox', { name: '记一句' }).fill('电机过热,已断电')
    await page.getByRole('dialog').getByRole('button', { name: '记一句' }).click()
    await expect.poll(() => lost, { timeout: 30_000 }).toBe(1)
    await page.goto(`${server.address}/today`)
    await page.getByText('全部已上传').waitFor()
    const desk = await openContext(browser, DESK)
    const wide = await signInAt(desk, server.address, 'zhoujie')
    await wide.goto(gate)
    await wide.getByText('电机过热,已断电').waitFor()
    expect(await wide.getByText('电机过热,已断电').count()).toBe(1)
    await phone.close()
    await desk.close()
  })
})
