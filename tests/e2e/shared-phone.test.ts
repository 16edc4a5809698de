import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { openContext, PHONE, pickPlace, signInAt } from '../support/browser'
import { setStage } from '../support/stage'

const stage = setStage()
const { server } = stage
const WORDS = '西门地砖翘起'

const snapOffline = async (page: Page) => {
  await page.getByRole('link', { name: '随手拍' }).click()
  await pickPlace(page, '一期地库')
  await page.getByRole('textbox').first().fill(WORDS)
  await page.getByRole('button', { name: '保存工单' }).click()
  await page.getByRole('heading', { name: WORDS }).waitFor()
}
const signOut = async (page: Page) => {
  await page.goto(`${server.address}/me`)
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '退出登录' }).click()
  await page.getByRole('heading', { name: '谁在用这部手机' }).waitFor()
}
const enter = async (page: Page) => {
  await page.getByLabel('密码').fill('mengya-demo')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('heading', { name: '今日', level: 1 }).waitFor()
}
/** Every word of every record this browser shows its person. */
const search = async (page: Page): Promise<number> => {
  await page.goto(`${server.address}/today`)
  await page.getByRole('heading', { name: '今日', level: 1 }).waitFor()
  await page.getByText('全部已上传').or(page.getByText('未上传')).first().waitFor()
  return page.getByText(WORDS).count()
}

describe('a phone several people share', () => {
  it('[TD11] keeps one’s unsent work to one, says so, and sends it at the next sign-in', async () => {
    const context = await openContext(stage.browser, PHONE)
    const page = await signInAt(context, server.address, 'limin')
    await context.setOffline(true)
    await snapOffline(page)
    await signOut(page)
    await page.getByText(/李敏还有 \d+ 条没上传/).waitFor()

    await context.setOffline(false)
    await page.getByRole('button', { name: '用别的账号登录' }).click()
    await page.getByLabel('账号').fill('sunjia')
    await enter(page)
    expect(await search(page)).toBe(0)
    await signOut(page)
    expect(await page.getByText(/孙佳还有/).count()).toBe(0)

    await page.getByRole('button', { name: /李敏/ }).click()
    expect(await page.getByLabel('账号').count()).toBe(0)
    await enter(page)
    await page.getByText('全部已上传').waitFor()
    await page.getByText(WORDS).first().waitFor()
    await signOut(page)
    expect(await page.getByText(/没上传/).count()).toBe(0)
    await context.close()
  })

  it('[TD11] lets whoever stepped aside go on by their name, with no network', async () => {
    const context = await openContext(stage.browser, PHONE)
    const page = await signInAt(context, server.address, 'wujun')
    await context.setOffline(true)
    await page.goto(`${server.address}/me`)
    await page.getByRole('button', { name: /换人用这部手机/ }).click()
    await page.getByRole('button', { name: /吴军/ }).click()
    await page.getByRole('heading', { name: '今日', level: 1 }).waitFor()
    expect(await page.getByLabel('密码').count()).toBe(0)
    await context.close()
  })
})
