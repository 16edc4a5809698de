import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import type { Checkpoint } from '../../src/domain/checkpoint'
import { violations } from '../support/axe'
import { openContext, PHONE, signInAt } from '../support/browser'
import { setStage } from '../support/stage'
import { checkInByHand, planRound, PUMP } from '../support/walk'

let pump: Checkpoint
const stage = setStage(async (address) => {
  pump = await planRound(address)
})
const { server } = stage

/** What the phone's own camera app does with a label. */
const openLabel = (page: Page, token: string) => page.goto(`${server.address}/c/${token}`)
const enter = async (page: Page) => {
  await page.getByLabel('账号').fill('limin')
  await page.getByLabel('密码').fill('mengya-demo')
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

describe('a label opened by the phone’s own camera', () => {
  it('[CI5] leads to its stop with no network, and checks nobody in', async () => {
    const context = await openContext(stage.browser, PHONE)
    const page = await signInAt(context, server.address, 'limin')
    await page.getByText('全部已上传').waitFor()
    await context.setOffline(true)
    await openLabel(page, pump.token)
    await page.getByRole('heading', { name: PUMP, level: 1 }).waitFor()
    await page.getByText('还没有签到。请在这里扫一下').waitFor()
    expect(await page.getByText(/已签到/).count()).toBe(0)
    expect(await violations(page)).toEqual([])
    await page.reload()
    await page.getByText('还没有签到。请在这里扫一下').waitFor()
    await checkInByHand(page)
    expect(await page.getByText('还没有签到。请在这里扫一下').count()).toBe(0)
    await context.close()
  })

  it('[CI5] says what a strange code is, and leads on', async () => {
    const context = await openContext(stage.browser, PHONE)
    const page = await signInAt(context, server.address, 'limin')
    await page.getByText('全部已上传').waitFor()
    await context.setOffline(true)
    await openLabel(page, 'NobodyKnowsThis0')
    await page.getByText('这部手机上没有这个点').waitFor()
    expect(await violations(page)).toEqual([])
    await openLabel(page, 'menu')
    await page.getByText('这个码不是本小区的点位').waitFor()
    await page.getByRole('button', { name: '去巡查' }).click()
    await page.getByRole('heading', { name: '巡查', exact: true, level: 1 }).waitFor()
    await context.close()
  })

  it('[CI5] comes to the same stop by way of signing in, and never out of the app', async () => {
    const context = await openContext(stage.browser, PHONE)
    const page = await context.newPage()
    await openLabel(page, pump.token)
    await enter(page)
    await page.getByRole('heading', { name: PUMP, level: 1 }).waitFor()
    await page.getByText('还没有签到。请在这里扫一下').waitFor()
    await context.close()

    const other = await openContext(stage.browser, PHONE)
    const lured = await other.newPage()
    await lured.goto(`${server.address}/sign-in?to=${encodeURIComponent('https://example.com/')}`)
    await enter(lured)
    await lured.getByRole('heading', { name: '今日', level: 1 }).waitFor()
    expect(lured.url()).toBe(`${server.address}/today`)
    await other.close()
  })
})
